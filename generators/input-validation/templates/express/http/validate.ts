import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { bodyOf } from '#host/http/body';
import { checker, type Schemas, type Valid } from '#host/http/input';

/**
 * Check a request before it is handled; what is known of it then is `request.valid`. The raw parts stay as they are.
 *
 * @example app.post('/orders', validate({ body: PlaceOrder }, (request, response) => { … request.valid.body … }));
 */
export function validate<S extends Schemas>(
  schemas: S,
  handle: (
    request: Request & { readonly valid: Valid<S> },
    response: Response,
    next: NextFunction,
  ) => unknown,
): RequestHandler {
  const check = checker(schemas);
  return async (request, response, next) => {
    try {
      const { params, query } = request;
      const body =
        schemas.body === undefined ? undefined : await bodyOf(request, request.body as unknown);
      const valid = await check({ params, query, body });
      await handle(Object.assign(request, { valid }), response, next);
    } catch (error) {
      next(error);
    }
  };
}
