import type { CachedDocument, PublishedVersion } from './document-cache.ts';
import { registryProblem } from './registry-problem.ts';

/** As the global `fetch`, as far as it is used here. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What fetching needs to know. */
export interface FetchOptions {
  readonly registry: string;
  readonly fetch: Fetch;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly timeout: number;
  readonly attempts: number;
}

const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 10_000;

/** Ask for a package's document, more than once if need be. A package that does not exist has no versions. */
export async function fetchDocument(
  options: FetchOptions,
  name: string,
  cached: CachedDocument | undefined,
): Promise<CachedDocument> {
  const url = `${options.registry.replace(/\/$/, '')}/${encodeURIComponent(name).replace('%40', '@')}`;
  let reason = '';
  for (let attempt = 1; attempt <= options.attempts; attempt++) {
    const answer = await ask(options, url, name, cached);
    if (answer.kind === 'document') return answer.document;
    if (answer.kind === 'refused') throw registryProblem({ ...answer, name, registry: options.registry });
    reason = answer.reason;
    if (attempt < options.attempts)
      await options.sleep(Math.min(answer.after ?? FIRST_PAUSE * 2 ** (attempt - 1), LONGEST_PAUSE));
  }
  throw registryProblem({
    kind: 'unreachable',
    name,
    registry: options.registry,
    reason,
    attempts: options.attempts,
    cached,
  });
}

type Answer =
  | { readonly kind: 'document'; readonly document: CachedDocument }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'again'; readonly reason: string; readonly after?: number };

async function ask(
  { fetch, now, timeout }: FetchOptions,
  url: string,
  name: string,
  cached: CachedDocument | undefined,
): Promise<Answer> {
  const headers = {
    accept: 'application/json',
    ...(cached?.etag === undefined ? {} : { 'if-none-match': cached.etag }),
  };
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(timeout) });
    const { status } = response;
    if (status === 304 && cached !== undefined)
      return { kind: 'document', document: { ...cached, fetchedAt: now() } };
    const fresh = { name, fetchedAt: now(), etag: response.headers.get('etag') ?? undefined };
    if (status === 404) return { kind: 'document', document: { ...fresh, versions: [] } };
    if (response.ok)
      return { kind: 'document', document: { ...fresh, versions: published(await response.json()) } };
    if (status !== 408 && status !== 429 && status < 500) return { kind: 'refused', status };
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      kind: 'again',
      reason: `it answered ${status}`,
      ...(seconds >= 0 ? { after: seconds * 1000 } : {}),
    };
  } catch (error) {
    return { kind: 'again', reason: reasonOf(error, timeout) };
  }
}

/** The versions that are features: those that carry a `joinery` field. */
function published(document: unknown): readonly PublishedVersion[] {
  const versions = isRecord(document) && isRecord(document.versions) ? document.versions : {};
  return Object.entries(versions).flatMap(([version, manifest]) =>
    isRecord(manifest) && manifest.joinery !== undefined ? [{ version, joinery: manifest.joinery }] : [],
  );
}

/** Errors of `fetch` may come from another realm, so they are told by what they have. */
function reasonOf(error: unknown, timeout: number): string {
  if (!isRecord(error)) return String(error);
  if (error.name === 'TimeoutError') return `it did not answer within ${timeout} ms`;
  const cause = isRecord(error.cause) ? error.cause : error;
  return (
    [cause.message, cause.code, error.message]
      .find((one) => typeof one === 'string' && one !== '')
      ?.toString() ?? 'no reason given'
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
