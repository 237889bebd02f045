import { code, contribute, from, instance, type Statement } from '@joinery/kit';

const storage = instance('storage');

/** What an error of the database is to whoever asked over HTTP. */
const STATUSES = {
  StorageUnavailable: { status: 503, retryAfterSeconds: 5 },
  ConstraintViolation: { status: 409 },
  TransactionConflict: { status: 409 },
};

/** What the service does with its database, whichever it is. */
export const contributions: readonly Statement[] = [
  contribute('env.variables', {
    name: 'MIGRATIONS_DIR',
    type: 'string',
    default: 'migrations',
    description: 'The folder of SQL files that make the database’s schema.',
  }),
  contribute('process.start', { name: 'storage', run: code`() => ${storage}.open()` }),
  // What uses the storage closes earlier, in the stage `close`.
  contribute('process.shutdown', { name: 'storage', stage: 'flush', run: code`() => ${storage}.close()` }),
  ...Object.entries(STATUSES).map(([name, meaning]) =>
    contribute('http.errors.mappings', {
      name,
      error: code`${from(name, '#host/storage/errors')}`,
      ...meaning,
    }),
  ),
  contribute('health.checks', { name: 'storage', critical: true, check: code`() => ${storage}.check()` }),
];
