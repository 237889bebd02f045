import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyOf } from '#host/http/body';
import { checker, type Schemas, type Valid } from '#host/http/input';

/**
 * Check a request before it is handled; what is known of it then is `request.valid`. The raw parts stay as they are.
 *
 * @example app.post('/orders', validate({ body: PlaceOrder }, async (request) => … request.valid.body …));
 */
export function validate<S extends Schemas>(
  schemas: S,
  handle: (request: FastifyRequest & { readonly valid: Valid<S> }, reply: FastifyReply) => unknown,
) {
  const check = checker(schemas);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { params, query } = request;
    const body = schemas.body === undefined ? undefined : await bodyOf(request.raw, request.body);
    const valid = await check({ params, query, body });
    return handle(Object.assign(request, { valid }), reply);
  };
}
