import type { FastifyInstance } from 'fastify';
import type { ApiDocument } from '#host/openapi/document';

/** Answer `GET /openapi.json`. */
export function apiRoutes(document: ApiDocument) {
  return (app: FastifyInstance): void => {
    app.get('/openapi.json', async () => document);
  };
}
