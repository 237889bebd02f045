import type { Middleware } from 'koa';
import { answer } from '#host/health/answer';
import type { Health } from '#host/health/health';

/** Answer the probes; pass everything else on. */
export function healthRoutes(health: Health): Middleware {
  return async (context, next) => {
    const answering = answer(health, context.method, context.url);
    if (answering === undefined) return next();
    const { status, headers, body } = await answering;
    context.status = status;
    context.set({ ...headers });
    context.body = body;
  };
}
