import type { MiddlewareHandler } from 'hono';
import {
  answerOnce,
  type IdempotentOptions,
  isRepeatable,
  keptHeaders,
} from '#host/idempotency/http';
import type { Idempotency } from '#host/idempotency/idempotency';

/**
 * Do the work of each request with an `Idempotency-Key` once: what its handler does through the storage and its answer
 * are one transaction.
 */
export function createIdempotentRequests(
  idempotency: Idempotency,
  options: IdempotentOptions = {},
): MiddlewareHandler {
  return async (c, next) => {
    const header = (name: string) => c.req.header(name);
    if (!isRepeatable(c.req.method, header('idempotency-key'))) return next();
    const { pathname, search } = new URL(c.req.url);
    const request = {
      method: c.req.method,
      url: pathname + search,
      body: await c.req.text(),
      header,
    };
    let isOwn = false;
    const answer = await answerOnce(idempotency, request, options, async () => {
      isOwn = true;
      await next();
      return {
        status: c.res.status,
        headers: keptHeaders((name) => c.res.headers.get(name)),
        text: await c.res.clone().text(),
      };
    });
    if (isOwn) return undefined;
    const { status, headers, text } = answer;
    const isEmpty = status === 204 || status === 304;
    c.res = new Response(isEmpty ? null : text, { status, headers });
    return undefined;
  };
}
