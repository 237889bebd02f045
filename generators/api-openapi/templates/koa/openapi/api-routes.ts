import type { Middleware } from 'koa';
import { DOCS_HEADERS, docsPage } from '#host/openapi/docs-page';
import type { ApiDocument } from '#host/openapi/document';

/** Answer `GET /openapi.json`, and the page for people where there is one; pass everything else on. */
export function apiRoutes(document: ApiDocument, page?: string): Middleware {
  return async (context, next) => {
    const path = context.method === 'GET' ? context.path : undefined;
    if (path === '/openapi.json') context.body = document;
    else if (path !== undefined && path === page) {
      context.set(DOCS_HEADERS);
      context.body = docsPage(document);
    } else await next();
  };
}
