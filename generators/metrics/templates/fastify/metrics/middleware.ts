import type { FastifyInstance } from 'fastify';
import { isExcluded } from '#host/metrics/is-excluded';
import type { Metrics } from '#host/metrics/metrics';

/** The status people know for a client that left before it was answered. */
const CLIENT_CLOSED_REQUEST = 499;

/** Measure every request once, when its response is over or its connection is lost. */
export function httpMetrics(metrics: Metrics) {
  return (app: FastifyInstance): void => {
    app.addHook('onRequest', (request, reply, done) => {
      if (!isExcluded(request.url)) {
        const end = metrics.http.begin(request.raw);
        reply.raw.once('close', () => {
          const status = reply.raw.headersSent ? reply.raw.statusCode : CLIENT_CLOSED_REQUEST;
          end({ route: request.routeOptions.url, status });
        });
      }
      done();
    });
  };
}
