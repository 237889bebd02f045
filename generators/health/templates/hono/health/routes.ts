import type { MiddlewareHandler } from 'hono';
import { answer } from '#host/health/answer';
import type { Health } from '#host/health/health';

/** Answer the probes; pass everything else on. */
export function healthRoutes(health: Health): MiddlewareHandler {
  return async (context, next) => {
    const answering = answer(health, context.req.method, context.req.path);
    if (answering === undefined) return next();
    const { status, headers, body } = await answering;
    return new Response(body, { status, headers });
  };
}
