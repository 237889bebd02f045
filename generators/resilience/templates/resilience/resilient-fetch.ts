import { callForAnswer, isRepeatable } from './call-for-answer.ts';
import type { Client } from './client.ts';
import type { AnswerState } from './upstream-error.ts';

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * Make a `fetch` that calls an upstream through a client: bounded in time and number, repeated where that is safe.
 * It answers as `fetch` does, also with 5xx, once repeating has not helped.
 *
 * @example const response = await resilientFetch(payments)(`${env.PAYMENTS_URL}/charges/${id}`);
 */
export function resilientFetch(client: Client, send: Fetch = fetch): Fetch {
  return (input, init = {}) => {
    const given: Pick<RequestInit, 'method' | 'body' | 'signal'> =
      input instanceof Request ? input : {};
    const { method = given.method ?? 'GET', body = given.body, signal = given.signal } = init;
    return callForAnswer(client, (attempt) => send(input, { ...init, signal: attempt }), stateOf, {
      repeatable: isRepeatable(method, body),
      signal: signal ?? undefined,
    });
  };
}

function stateOf(response: Response): AnswerState {
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    discard: () => {
      response.body?.cancel().catch(() => undefined);
    },
  };
}
