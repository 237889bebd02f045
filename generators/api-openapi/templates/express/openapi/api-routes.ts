import type { IncomingMessage, ServerResponse } from 'node:http';
import { DOCS_HEADERS, docsPage } from '#host/openapi/docs-page';
import type { ApiDocument } from '#host/openapi/document';

/** Answer `GET /openapi.json`, and the page for people where there is one; pass everything else on. */
export function apiRoutes(document: ApiDocument, page?: string) {
  const body = JSON.stringify(document);
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = request.method === 'GET' ? request.url?.split('?')[0] : undefined;
    if (path === '/openapi.json')
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body);
    else if (path !== undefined && path === page)
      response.writeHead(200, DOCS_HEADERS).end(docsPage(document));
    else next();
  };
}
