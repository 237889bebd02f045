import { bodyOf } from '#host/health/body';
import { probes } from '#host/health/probes';
import type { Health, ReportQuery } from './health.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
const FAILING = new Set(['error', 'starting', 'shutting_down']);

/** Answer a request to one of the probes; `undefined` when it is for somebody else. */
export function answer(
  health: Health,
  method: string | undefined,
  url: string | undefined,
): Promise<Answer> | undefined {
  const [path = '', query = ''] = (url ?? '').split('?', 2);
  const probe = probes.get(path);
  if (probe === undefined) return undefined;
  if (method !== 'GET' && method !== 'HEAD') {
    const headers = { ...HEADERS, allow: 'GET, HEAD' };
    return Promise.resolve({ status: 405, headers, body: '{"status":"method_not_allowed"}' });
  }
  return health.report(probe, readQuery(query)).then((report) => ({
    status: FAILING.has(report.status) ? 503 : 200,
    headers: HEADERS,
    body: bodyOf(report),
  }));
}

/** `?verbose` and `?exclude=name`, as Kubernetes' own probes understand them. */
function readQuery(text: string): ReportQuery {
  if (text === '') return {};
  const query = new URLSearchParams(text);
  return { verbose: query.has('verbose'), exclude: query.getAll('exclude') };
}
