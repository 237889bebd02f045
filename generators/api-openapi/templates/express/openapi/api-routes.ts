import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiDocument } from '#host/openapi/document';

/** Answer `GET /openapi.json`; pass everything else on. */
export function apiRoutes(document: ApiDocument) {
  const body = JSON.stringify(document);
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/openapi.json') {
      next();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body);
  };
}
