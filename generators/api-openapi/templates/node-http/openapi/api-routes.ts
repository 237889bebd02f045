import type { RequestListener } from 'node:http';
import type { ApiDocument } from '#host/openapi/document';

/** Answer `GET /openapi.json`; leave everything else to the listener inside. */
export function apiRoutes(document: ApiDocument) {
  const body = JSON.stringify(document);
  return (inner: RequestListener): RequestListener =>
    (request, response) => {
      if (request.method !== 'GET' || request.url?.split('?')[0] !== '/openapi.json')
        return inner(request, response);
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body);
    };
}
