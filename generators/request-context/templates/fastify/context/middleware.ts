import type { FastifyInstance } from 'fastify';
import {
  bindToContext,
  createContext,
  REQUEST_ID,
  runInContext,
} from '#host/context/request-context';

/** Answer each request in a context of its own. */
export function requestContexts() {
  return (app: FastifyInstance): void => {
    app.addHook('onRequest', (request, reply, done) => {
      const context = createContext((name) => request.headers[name]);
      reply.header(REQUEST_ID, context.requestId);
      bindToContext(context, request.raw);
      bindToContext(context, reply.raw);
      runInContext(context, done);
    });
  };
}
