import type { ResolveRequest } from './request.ts';

/** The same request with everything in order, so that the order of the input can't show in the answer. */
export function sortedRequest(request: ResolveRequest): ResolveRequest {
  return {
    ...request,
    features: sorted(request.features),
    ...(request.exclude === undefined ? {} : { exclude: [...request.exclude].sort() }),
    ...(request.host === undefined ? {} : { host: sorted(request.host) }),
    ...(request.evidence === undefined ? {} : { evidence: sorted(request.evidence) }),
    ...(request.lock === undefined ? {} : { lock: sorted(request.lock) }),
  };
}

function sorted(record: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
