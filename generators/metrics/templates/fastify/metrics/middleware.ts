import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { isExcluded } from '#host/metrics/is-excluded';
import type { Metrics } from '#host/metrics/metrics';

/** The status people know for a client that left before it was answered. */
const CLIENT_CLOSED_REQUEST = 499;

/** Measure every request once, when its response is over or its connection is lost. */
export function httpMetrics(metrics: Metrics) {
  const templates = new WeakMap<IncomingMessage, string | undefined>();

  function measure(request: IncomingMessage, response: ServerResponse): void {
    if (templates.has(request) || isExcluded(request.url)) return;
    templates.set(request, undefined);
    const end = metrics.http.begin(request);
    response.once('close', () => {
      const status = response.headersSent ? response.statusCode : CLIENT_CLOSED_REQUEST;
      end({ route: templates.get(request), status });
    });
  }

  return (app: FastifyInstance): void => {
    // Inside a plugin hooks do not see requests that have no route; the server does.
    app.server.prependListener('request', measure);
    app.addHook('onRequest', (request, reply, done) => {
      // For `localhost` Fastify listens with a second server.
      measure(request.raw, reply.raw);
      templates.set(request.raw, request.routeOptions.url);
      done();
    });
  };
}
