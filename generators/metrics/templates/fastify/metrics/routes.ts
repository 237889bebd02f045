import type { FastifyInstance } from 'fastify';
import type { Metrics } from '#host/metrics/metrics';

const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Answer `GET /metrics`. */
export function metricsRoutes(metrics: Metrics) {
  return (app: FastifyInstance): void => {
    app.get('/metrics', async (_request, reply) =>
      reply
        .header('content-type', CONTENT_TYPE)
        .header('cache-control', 'no-store')
        .send(await metrics.collect()),
    );
  };
}
