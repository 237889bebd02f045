import type { MiddlewareHandler } from 'hono';
import { answer } from '#host/health/answer';
import type { Health } from '#host/health/health';

/** Answer the probes; pass everything else on. */
export function healthRoutes(health: Health): MiddlewareHandler {
  return async (context, next) => {
    const { method, path, url } = context.req;
    const query = url.indexOf('?');
    const answering = answer(health, method, query < 0 ? path : `${path}${url.slice(query)}`);
    if (answering === undefined) return next();
    const { status, headers, body } = await answering;
    return new Response(body, { status, headers });
  };
}
