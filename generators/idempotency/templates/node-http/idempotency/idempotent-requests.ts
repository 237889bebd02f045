import type { IncomingMessage, ServerResponse } from 'node:http';
import { holdAnswer } from '#host/idempotency/held-answer';
import { answerOnce, type IdempotentOptions, isRepeatable } from '#host/idempotency/http';
import type { Idempotency } from '#host/idempotency/idempotency';

/**
 * Do the work of a request with an `Idempotency-Key` once: what its handler does through the storage and its answer are
 * one transaction.
 *
 * @example const place = validate({ body: Order }, idempotentRequests((request, response) => { … request.valid.body … }));
 */
export function createIdempotentRequests(
  idempotency: Idempotency,
  options: IdempotentOptions = {},
) {
  return <R extends IncomingMessage & { readonly valid: { readonly body: unknown } }>(
    handle: (request: R, response: ServerResponse) => unknown,
  ) =>
    async (request: R, response: ServerResponse): Promise<void> => {
      const { method = 'GET', url = '/', headers, valid } = request;
      if (!isRepeatable(method, headers['idempotency-key'])) {
        await handle(request, response);
        return;
      }
      const held = holdAnswer(response);
      const header = (name: string) => {
        const value = headers[name];
        return Array.isArray(value) ? value.join(', ') : value;
      };
      try {
        const asked = { method, url, body: valid.body, header };
        const answer = await answerOnce(idempotency, asked, options, async () => {
          await handle(request, response);
          return held.made;
        });
        held.send(answer);
      } catch (error) {
        held.release();
        throw error;
      }
    };
}
