import type { Middleware } from 'koa';
import type { Requests } from '#host/requests/requests';

/** Tell the observers of every request. */
export function observeRequests(requests: Requests): Middleware {
  return (context, next) => {
    const routeOf = (): string | undefined => {
      // Set by @koa/router once a route has matched.
      const route: unknown = Reflect.get(context, '_matchedRoute');
      return route === undefined ? undefined : String(route);
    };
    return requests.begin(context.req, context.res, routeOf)(next);
  };
}
