import type { ResolveRequest } from '../resolver/request.ts';
import { check } from './check.ts';
import { parsed, type Reading, reading } from './reading.ts';
import { requestSchema } from './schemas/request-schema.ts';

/** Read a request to the resolver, given as text or parsed: every problem at once. */
export function readRequest(input: unknown, file = 'the request'): Reading<ResolveRequest> {
  const document = parsed(input);
  const findings = 'finding' in document ? [document.finding] : check(requestSchema, document.json);
  return reading(
    findings,
    file,
    [],
    () => ('json' in document ? document.json : undefined) as ResolveRequest,
  );
}
