import type { Context, Handler } from 'hono';
import { checkBody, checkHeaders, checkSize, parseJson, tooLarge } from '#host/http/body';
import { BODY_LIMITS } from '#host/http/body-limits';
import { checker, type Schemas, type Valid } from '#host/http/input';

/**
 * Check a request before it is handled, by a function that is told what is known of it then.
 *
 * @example app.post('/orders', validate({ body: PlaceOrder }, (c, valid) => c.json(valid.body)));
 */
export function validate<S extends Schemas>(
  schemas: S,
  handle: (c: Context, valid: Valid<S>) => Response | Promise<Response>,
): Handler {
  const check = checker(schemas);
  return async (c) => {
    const body = schemas.body === undefined ? undefined : await bodyOf(c);
    return handle(c, await check({ params: c.req.param(), query: c.req.query(), body }));
  };
}

async function bodyOf(c: Context): Promise<unknown> {
  checkHeaders(c.req.header());
  const text = c.req.raw.bodyUsed ? await c.req.text() : await read(c.req.raw.body);
  if (text === '') return undefined;
  const body = parseJson(text);
  if (c.req.header('content-length') === undefined) checkSize(body);
  checkBody(body);
  return body;
}

async function read(stream: ReadableStream<Uint8Array> | null): Promise<string> {
  const reader = stream?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.length;
    if (size > BODY_LIMITS.bytes) throw tooLarge();
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString();
}
