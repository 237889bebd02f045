import type { Middleware } from 'koa';
import type { Requests } from '#host/requests/requests';

/** See what the middleware inside fails with, and pass it on. */
export function watchFailures(requests: Requests): Middleware {
  return async (context, next) => {
    try {
      await next();
    } catch (error) {
      requests.fail(context.req, error);
      throw error;
    }
  };
}
