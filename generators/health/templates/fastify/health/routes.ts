import type { FastifyInstance } from 'fastify';
import { answer } from '#host/health/answer';
import type { Health } from '#host/health/health';

/** Answer the probes before any other hook; they need no session and leave no log of their own. */
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
  };
}
