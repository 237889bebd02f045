import type { IncomingMessage, ServerResponse } from 'node:http';
import { holdAnswer } from '#host/idempotency/held-answer';
import { answerOnce, type IdempotentOptions, isRepeatable } from '#host/idempotency/http';
import type { Idempotency } from '#host/idempotency/idempotency';

/**
 * Do the work of a request with an `Idempotency-Key` once: what its handler does through the storage and its answer are
 * one transaction. To be called where the body is parsed.
 */
export function createIdempotentRequests(
  idempotency: Idempotency,
  options: IdempotentOptions = {},
) {
  return (
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void => {
    const { method = 'GET', headers } = request;
    if (!isRepeatable(method, headers['idempotency-key'])) {
      next();
      return;
    }
    const held = holdAnswer(response);
    const header = (name: string) => {
      const value = headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    };
    const original: unknown = Reflect.get(request, 'originalUrl');
    const url = typeof original === 'string' ? original : (request.url ?? '/');
    const body: unknown = Reflect.get(request, 'body');
    answerOnce(idempotency, { method, url, body, header }, options, () => {
      next();
      return held.made;
    }).then(held.send, (error: unknown) => {
      held.release();
      for (const name of ['content-length', 'etag']) response.removeHeader(name);
      next(error);
    });
  };
}
