import type { MiddlewareHandler } from 'hono';
import { DOCS_HEADERS, docsPage } from '#host/openapi/docs-page';
import type { ApiDocument } from '#host/openapi/document';

/** Answer `GET /openapi.json`, and the page for people where there is one; pass everything else on. */
export function apiRoutes(document: ApiDocument, page?: string): MiddlewareHandler {
  const body = JSON.stringify(document);
  return async (context, next) => {
    const path = context.req.method === 'GET' ? context.req.path : undefined;
    if (path === '/openapi.json')
      return new Response(body, { headers: { 'content-type': 'application/json; charset=utf-8' } });
    if (path !== undefined && path === page)
      return new Response(docsPage(document), { headers: DOCS_HEADERS });
    return next();
  };
}
