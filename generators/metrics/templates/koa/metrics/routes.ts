import type { Middleware } from 'koa';
import type { Metrics } from '#host/metrics/metrics';

/** Answer `GET /metrics`; pass everything else on. */
export function metricsRoutes(metrics: Metrics): Middleware {
  return async (context, next) => {
    if (context.path !== '/metrics') return next();
    if (context.method !== 'GET' && context.method !== 'HEAD') {
      context.status = 405;
      context.set('allow', 'GET, HEAD');
      return;
    }
    const { type, text } = await metrics.answer(context.get('accept'));
    context.set({ 'content-type': type, 'cache-control': 'no-store' });
    context.body = text;
  };
}
