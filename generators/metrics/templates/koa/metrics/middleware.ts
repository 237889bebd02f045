import type { Middleware } from 'koa';
import { isExcluded } from '#host/metrics/is-excluded';
import type { Metrics } from '#host/metrics/metrics';

/** The status people know for a client that left before it was answered. */
const CLIENT_CLOSED_REQUEST = 499;

/** Measure every request once, when its response is over or its connection is lost. */
export function httpMetrics(metrics: Metrics): Middleware {
  return (context, next) => {
    const { req, res } = context;
    if (isExcluded(req.url)) return next();
    const end = metrics.http.begin(req);
    res.once('close', () => {
      // Set by @koa/router once a route has matched.
      const route: unknown = Reflect.get(context, '_matchedRoute');
      const status = res.headersSent ? res.statusCode : CLIENT_CLOSED_REQUEST;
      end({ route: route === undefined ? undefined : String(route), status });
    });
    return next();
  };
}
