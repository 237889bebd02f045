import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf } from '#host/http/body';
import { checker, type Schemas, type Valid } from '#host/http/input';

/**
 * Check a request before it is handled; what is known of it then is `request.valid`.
 * Parameters of the path are a router's, and not checked here.
 *
 * @example const placeOrder = validate({ body: PlaceOrder }, async (request, response) => { … request.valid.body … });
 */
export function validate<S extends Pick<Schemas, 'query' | 'body'>>(
  schemas: S,
  handle: (
    request: IncomingMessage & { readonly valid: Valid<S> },
    response: ServerResponse,
  ) => unknown,
) {
  const check = checker(schemas);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const query = Object.fromEntries(searchParams);
    const body = schemas.body === undefined ? undefined : await bodyOf(request, undefined);
    const valid = await check({ params: undefined, query, body });
    await handle(Object.assign(request, { valid }), response);
  };
}
