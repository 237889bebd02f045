import { code, contribute, from, type Statement } from '@joinery/kit';

/** What it means to whoever asked when an upstream cannot be asked. */
const STATUSES = { BrokenCircuitError: 503, BulkheadRejectedError: 503, TaskCancelledError: 504 };

export const errorMappings: readonly Statement[] = Object.entries(STATUSES).map(([name, status]) =>
  contribute('http.errors.mappings', {
    name,
    error: code`${from(name, 'cockatiel')}`,
    status,
    ...(status === 503 ? { retryAfterSeconds: 10 } : {}),
  }),
);
