import type { FastifyInstance, FastifySchema, HTTPMethods } from 'fastify';
import { answer } from '#host/health/answer';
import type { Health } from '#host/health/health';
import { probes } from '#host/health/probes';

const METHODS: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Kept out of the documents that @fastify/swagger writes. */
const HIDDEN: FastifySchema & { readonly hide: boolean } = { hide: true };

/** Answer the probes before any hook of the service's own, such as one that wants a login. */
export function healthRoutes(health: Health) {
  return (app: FastifyInstance): void => {
    app.addHook('onRequest', (request, reply, done) => {
      const answering = answer(health, request.method, request.url);
      if (answering === undefined) {
        done();
        return;
      }
      answering.then(
        ({ status, headers, body }) => reply.code(status).headers(headers).send(body),
        done,
      );
    });
    // Inside a plugin hooks only run for paths that have a route there. The constraint lets it stand beside
    // a route of the service with the same path.
    for (const url of probes.keys()) {
      app.route({
        method: METHODS,
        url,
        constraints: { host: /.*/ },
        logLevel: 'silent',
        schema: HIDDEN,
        handler: (_request, reply) => reply.callNotFound(),
      });
    }
  };
}
