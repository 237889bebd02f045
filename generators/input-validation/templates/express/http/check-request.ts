import type { IncomingMessage } from 'node:http';
import { bodyOf } from '#host/http/body';
import { checker, type Schemas } from '#host/http/input';

/**
 * Check a request before its handler sees it. The raw parts stay as they are; what the schemas make of them is
 * `request.valid`.
 *
 * @example app.post('/orders', checkRequest({ body: PlaceOrder }), (request, response) => { … });
 */
export function checkRequest(schemas: Schemas) {
  const check = checker(schemas);
  return async (
    request: IncomingMessage,
    _response: unknown,
    next: (error?: unknown) => void,
  ): Promise<void> => {
    try {
      // Named by Express and by a parser of bodies; typed here, they would hide the types that a path gives them.
      const [params, query, parsed] = ['params', 'query', 'body'].map((name): unknown =>
        Reflect.get(request, name),
      );
      const body = schemas.body === undefined ? undefined : await bodyOf(request, parsed);
      Object.assign(request, { valid: await check({ params, query, body }) });
    } catch (error) {
      next(error);
      return;
    }
    next();
  };
}
