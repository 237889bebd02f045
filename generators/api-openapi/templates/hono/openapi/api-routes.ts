import type { MiddlewareHandler } from 'hono';
import type { ApiDocument } from '#host/openapi/document';

/** Answer `GET /openapi.json`; pass everything else on. */
export function apiRoutes(document: ApiDocument): MiddlewareHandler {
  const body = JSON.stringify(document);
  return async (context, next) => {
    if (context.req.method !== 'GET' || context.req.path !== '/openapi.json') return next();
    return new Response(body, { headers: { 'content-type': 'application/json; charset=utf-8' } });
  };
}
