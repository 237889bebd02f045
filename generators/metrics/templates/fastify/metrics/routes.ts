import type { FastifyInstance } from 'fastify';
import type { Metrics } from '#host/metrics/metrics';

/** Answer `GET /metrics`. */
export function metricsRoutes(metrics: Metrics) {
  return (app: FastifyInstance): void => {
    app.get('/metrics', async (request, reply) => {
      const { type, text } = await metrics.answer(request.headers.accept);
      return reply.header('content-type', type).header('cache-control', 'no-store').send(text);
    });
  };
}
