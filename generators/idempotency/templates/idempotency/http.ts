import { createHash } from 'node:crypto';
import type { Idempotency } from '#host/idempotency/idempotency';

/** An answer, as it went out. */
export interface SentAnswer {
  readonly status: number;
  /** Those that are given again. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What of a request tells whether it is the same as another. */
export interface RepeatableRequest {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly body: unknown;
  readonly header: (name: string) => string | undefined;
}

export interface IdempotentOptions {
  /** Whose key it is, so that nobody gets another's answer; by their `authorization` unless it is told. */
  readonly scope?: () => string | undefined;
}

const KEPT = ['content-type', 'location', 'etag'];

/** Whether a request asks to have its effect once. What only reads, and what is the same done twice, needs no key. */
export function isRepeatable(method: string, key: unknown): boolean {
  return key !== undefined && (method === 'POST' || method === 'PATCH');
}

/** Choose the headers of an answer that are given again with it. */
export function keptHeaders(header: (name: string) => unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    KEPT.flatMap((name) => {
      const value = header(name);
      return value === undefined || value === null ? [] : [[name, String(value)]];
    }),
  );
}

/**
 * Have the work of a request done once, and give the same answer whenever it comes again.
 * Throws KeyReused and InvalidKey.
 */
export async function answerOnce(
  idempotency: Idempotency,
  request: RepeatableRequest,
  { scope }: IdempotentOptions,
  work: () => Promise<SentAnswer>,
): Promise<SentAnswer> {
  const { method, url: path, body, header } = request;
  const owner = scope?.() ?? header('authorization') ?? '';
  const { status, body: kept } = await idempotency.once(
    { key: header('idempotency-key'), scope: digest(owner), method, path, body },
    async () => {
      const { status: sent, ...rest } = await work();
      return { status: sent, body: rest };
    },
  );
  return { ...(kept as Omit<SentAnswer, 'status'>), status };
}

/** Credentials are not kept. */
function digest(owner: string): string {
  return createHash('sha256').update(owner).digest('base64url');
}
