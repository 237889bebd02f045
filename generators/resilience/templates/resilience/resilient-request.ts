import type { request } from 'undici';
import { callForAnswer, isRepeatable } from './call-for-answer.ts';
import type { Client } from './client.ts';

type Send = typeof request;

/**
 * Make undici's `request` call an upstream through a client: bounded in time and number, repeated where that is safe.
 *
 * @example const { body } = await resilientRequest(payments)(request)(`${env.PAYMENTS_URL}/charges/${id}`);
 */
export function resilientRequest(client: Client): (send: Send) => Send {
  return (send) => (url, options) =>
    callForAnswer(
      client,
      (signal) => send(url, { ...options, signal }),
      ({ statusCode, headers, body }) => ({
        status: statusCode,
        retryAfter: [headers['retry-after'] ?? []].flat()[0],
        discard: () => body.dump().catch(() => undefined),
      }),
      {
        repeatable: isRepeatable(options?.method ?? 'GET', options?.body),
        signal: options?.signal instanceof AbortSignal ? options.signal : undefined,
      },
    );
}
