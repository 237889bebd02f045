import type { Middleware, ParameterizedContext } from 'koa';
import { bodyOf } from '#host/http/body';
import { checker, type Schemas, type Valid } from '#host/http/input';

/**
 * Check a request before it is handled; what is known of it then is `context.valid`. The raw parts stay as they are.
 *
 * @example router.post('/orders', validate({ body: PlaceOrder }, async (context) => { … context.valid.body … }));
 */
export function validate<S extends Schemas>(
  schemas: S,
  handle: (
    context: ParameterizedContext & { readonly valid: Valid<S> },
    next: () => Promise<unknown>,
  ) => unknown,
): Middleware {
  const check = checker(schemas);
  return async (context, next) => {
    const { query } = context;
    // Set by a router, and by a parser of bodies, if there is one.
    const params: unknown = Reflect.get(context, 'params');
    const parsed: unknown = Reflect.get(context.request, 'body');
    const body = schemas.body === undefined ? undefined : await bodyOf(context.req, parsed);
    const valid = await check({ params, query: { ...query }, body });
    await handle(Object.assign(context, { valid }), next);
  };
}
