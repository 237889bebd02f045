import type { Middleware } from 'koa';
import type { ApiDocument } from '#host/openapi/document';

/** Answer `GET /openapi.json`; pass everything else on. */
export function apiRoutes(document: ApiDocument): Middleware {
  return async (context, next) => {
    if (context.method !== 'GET' || context.path !== '/openapi.json') return next();
    context.body = document;
  };
}
