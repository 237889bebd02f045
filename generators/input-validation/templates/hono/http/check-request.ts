import type { Context, MiddlewareHandler } from 'hono';
import { checkBody, checkHeaders, checkSize, parseJson } from '#host/http/body';
import { checker, type Schemas } from '#host/http/input';

/**
 * Check a request before its handler sees it, which reads it as before.
 *
 * @example app.post('/orders', checkRequest({ body: PlaceOrder }), async (c) => { … });
 */
export function checkRequest(schemas: Schemas): MiddlewareHandler {
  const check = checker(schemas);
  return async (c, next) => {
    const body = schemas.body === undefined ? undefined : await bodyOf(c);
    await check({ params: c.req.param(), query: c.req.query(), body });
    await next();
  };
}

/** Read the body in a way that lets the handler read it again. Its size is bounded where requests come in. */
async function bodyOf(c: Context): Promise<unknown> {
  checkHeaders(c.req.header());
  const text = await c.req.text();
  if (text === '') return undefined;
  const body = parseJson(text);
  if (c.req.header('content-length') === undefined) checkSize(body);
  checkBody(body);
  return body;
}
