import type { Middleware } from 'koa';
import type { Metrics } from '#host/metrics/metrics';

const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Answer `GET /metrics`; pass everything else on. */
export function metricsRoutes(metrics: Metrics): Middleware {
  return async (context, next) => {
    if (context.path !== '/metrics') return next();
    if (context.method !== 'GET' && context.method !== 'HEAD') {
      context.status = 405;
      context.set('allow', 'GET, HEAD');
      return;
    }
    context.set({ 'content-type': CONTENT_TYPE, 'cache-control': 'no-store' });
    context.body = await metrics.collect();
  };
}
