import type { MiddlewareHandler } from 'hono';
import type { Metrics } from '#host/metrics/metrics';

/** Answer `GET /metrics`; pass everything else on. */
export function metricsRoutes(metrics: Metrics): MiddlewareHandler {
  return async (context, next) => {
    const { method, path } = context.req;
    if (path !== '/metrics') return next();
    if (method !== 'GET' && method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    }
    const { type, text } = await metrics.answer(context.req.header('accept'));
    return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
  };
}
