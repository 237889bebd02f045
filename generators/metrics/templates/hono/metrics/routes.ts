import type { MiddlewareHandler } from 'hono';
import type { Metrics } from '#host/metrics/metrics';

const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Answer `GET /metrics`; pass everything else on. */
export function metricsRoutes(metrics: Metrics): MiddlewareHandler {
  return async (context, next) => {
    const { method, path } = context.req;
    if (path !== '/metrics') return next();
    if (method !== 'GET' && method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    }
    const headers = { 'content-type': CONTENT_TYPE, 'cache-control': 'no-store' };
    return new Response(await metrics.collect(), { headers });
  };
}
