import type { IncomingMessage } from 'node:http';
import { bodyOf } from '#host/http/body';
import { checker, type Schemas } from '#host/http/input';

/**
 * Check a request before its handler sees it. The raw parts stay as they are; what the schemas make of them is
 * `context.valid`.
 *
 * @example router.post('/orders', checkRequest({ body: PlaceOrder }), async (context) => { … });
 */
export function checkRequest(schemas: Schemas) {
  const check = checker(schemas);
  return async (
    context: { readonly req: IncomingMessage; readonly request: object; readonly query: object },
    next: () => Promise<unknown>,
  ): Promise<void> => {
    // Set by a router, and by a parser of bodies, if there is one.
    const params: unknown = Reflect.get(context, 'params');
    const parsed: unknown = Reflect.get(context.request, 'body');
    const body = schemas.body === undefined ? undefined : await bodyOf(context.req, parsed);
    const valid = await check({ params, query: { ...context.query }, body });
    Object.assign(context, { valid });
    await next();
  };
}
