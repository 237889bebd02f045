import type { Client } from './client.ts';
import { UpstreamError } from './upstream-error.ts';

const REPEATABLE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * Make a `fetch` that calls an upstream through a client: bounded in time and number, repeated where that is safe.
 * It answers as `fetch` does, also with 5xx, once repeating has not helped.
 *
 * @example const response = await resilientFetch(payments)(`${env.PAYMENTS_URL}/charges/${id}`);
 */
export function resilientFetch(client: Client, send: Fetch = fetch): Fetch {
  return async (input, init = {}) => {
    const given: Pick<RequestInit, 'method' | 'body' | 'signal'> =
      input instanceof Request ? input : {};
    const { method = given.method ?? 'GET', body = given.body, signal = given.signal } = init;
    const repeatable = REPEATABLE.has(method.toUpperCase()) && isWhole(body);
    try {
      return await client.call(
        async (attempt) => {
          const response = await send(input, { ...init, signal: attempt });
          if (response.status >= 500 || response.status === 429) throw new UpstreamError(response);
          return response;
        },
        { repeatable, signal: signal ?? undefined },
      );
    } catch (error) {
      if (error instanceof UpstreamError) return error.response;
      throw error;
    }
  };
}

/** Whether a body can be sent a second time. */
function isWhole(body: unknown): boolean {
  return body === undefined || body === null || typeof body === 'string';
}
