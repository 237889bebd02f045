import type { FastifyInstance } from 'fastify';
import { DOCS_HEADERS, docsPage } from '#host/openapi/docs-page';
import type { ApiDocument } from '#host/openapi/document';

/** Answer `GET /openapi.json`, and the page for people where there is one. */
export function apiRoutes(document: ApiDocument, page?: string) {
  return (app: FastifyInstance): void => {
    app.get('/openapi.json', async () => document);
    if (page !== undefined)
      app.get(page, async (_request, reply) =>
        reply.headers(DOCS_HEADERS).send(docsPage(document)),
      );
  };
}
