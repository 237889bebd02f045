import { createHash } from 'node:crypto';
import type { Storage } from '#host/storage/storage';

/** An answer that can be given again. */
export interface Answer {
  readonly status: number;
  /** Survives JSON. */
  readonly body: unknown;
}

/** What tells whether two requests are the same. */
export interface IdempotentRequest {
  /** The header `Idempotency-Key`; without one the work is simply done. */
  readonly key: string | undefined;
  /** Whose key it is, so that one caller cannot get another's answer: an account, a client. */
  readonly scope: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface Idempotency {
  /**
   * Do the work of a request once, and give its answer again whenever the request comes again. The work and the answer
   * are one transaction: when the process ends in between, neither happened. A request that comes while the first one
   * runs waits for it. An answer of 500 and more is not kept.
   * Throws KeyReused and InvalidKey.
   */
  once(request: IdempotentRequest, work: () => Promise<Answer>): Promise<Answer>;
  /** Forget answers older than the retention; returns how many. */
  clean(): Promise<number>;
}

/** The key was used for another request. */
export class KeyReused extends Error {
  readonly status = 422;

  constructor() {
    super('This Idempotency-Key was used for another request.');
    this.name = 'KeyReused';
  }
}

/** Keys are 1 to 255 printable characters of ASCII. */
export class InvalidKey extends Error {
  readonly status = 400;

  constructor() {
    super('An Idempotency-Key is 1 to 255 printable characters.');
    this.name = 'InvalidKey';
  }
}

/** Undoes what was done for an answer that is not to be kept. */
class NotKept extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('The answer is not kept.');
    this.answer = answer;
  }
}

const TAKE = `insert into idempotency_keys (scope, key, request, status, body, created_at) values ($1, $2, $3, 0, '', $4)
on conflict (scope, key) do nothing`;

export function createIdempotency(storage: Storage, retentionMs: number): Idempotency {
  async function attempt(
    request: IdempotentRequest,
    key: string,
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    const { scope } = request;
    const hash = hashOf(request);
    await forget(storage, retentionMs, scope, key);
    if ((await storage.execute(TAKE, [scope, key, hash, Date.now()])) === 0) {
      return earlierAnswer(storage, scope, key, hash);
    }
    const answer = await work();
    if (answer.status >= 500) throw new NotKept(answer);
    await storage.execute(
      'update idempotency_keys set status = $1, body = $2 where scope = $3 and key = $4',
      [answer.status, JSON.stringify(answer.body ?? null), scope, key],
    );
    return answer;
  }

  return {
    once: async (request, work) => {
      const { key } = request;
      if (key === undefined) return work();
      if (!/^[\x20-\x7e]{1,255}$/.test(key)) throw new InvalidKey();
      try {
        return await storage.transaction(() => attempt(request, key, work));
      } catch (error) {
        if (error instanceof NotKept) return error.answer;
        throw error;
      }
    },
    clean: () =>
      storage.execute('delete from idempotency_keys where created_at < $1', [
        Date.now() - retentionMs,
      ]),
  };
}

async function forget(
  storage: Storage,
  retentionMs: number,
  scope: string,
  key: string,
): Promise<void> {
  await storage.execute(
    'delete from idempotency_keys where scope = $1 and key = $2 and created_at < $3',
    [scope, key, Date.now() - retentionMs],
  );
}

async function earlierAnswer(
  storage: Storage,
  scope: string,
  key: string,
  hash: string,
): Promise<Answer> {
  const [row] = await storage.query(
    'select request, status, body from idempotency_keys where scope = $1 and key = $2',
    [scope, key],
  );
  const { request, status, body } = row ?? {};
  if (request !== hash) throw new KeyReused();
  return { status: Number(status), body: JSON.parse(String(body)) };
}

function hashOf({ method, path, body }: IdempotentRequest): string {
  const text = JSON.stringify([method, path, body ?? null]);
  return createHash('sha256').update(text).digest('hex');
}
