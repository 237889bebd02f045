import type { IncomingMessage } from 'node:http';
import { bodyOf } from '#host/http/body';
import { checker, type Schemas } from '#host/http/input';

/**
 * Check a request before its handler sees it. The raw parts stay as they are; what the schemas make of them is
 * `request.valid`.
 *
 * @example app.post('/orders', { preHandler: checkRequest({ body: PlaceOrder }) }, async (request) => { … });
 */
export function checkRequest(schemas: Schemas) {
  const check = checker(schemas);
  return async (request: {
    readonly raw: IncomingMessage;
    readonly params: unknown;
    readonly query: unknown;
    readonly body: unknown;
  }): Promise<void> => {
    const { params, query } = request;
    const body = schemas.body === undefined ? undefined : await bodyOf(request.raw, request.body);
    Object.assign(request, { valid: await check({ params, query, body }) });
  };
}
