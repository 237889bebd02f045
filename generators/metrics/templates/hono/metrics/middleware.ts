import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { isExcluded } from '#host/metrics/is-excluded';
import type { Metrics } from '#host/metrics/metrics';

/** What @hono/node-server hands over with each request. */
interface NodeBindings {
  readonly incoming?: IncomingMessage;
  readonly outgoing?: ServerResponse;
}

/** The status people know for a client that left before it was answered. */
const CLIENT_CLOSED_REQUEST = 499;

/** Measure every request that comes over HTTP once, when its response is over or its connection is lost. */
export function httpMetrics(metrics: Metrics): MiddlewareHandler {
  return (context, next) => {
    const { incoming, outgoing }: NodeBindings = context.env ?? {};
    if (incoming === undefined || outgoing === undefined || isExcluded(incoming.url)) return next();
    const end = metrics.http.begin(incoming);
    outgoing.once('close', () => {
      const status = outgoing.headersSent ? outgoing.statusCode : CLIENT_CLOSED_REQUEST;
      end({ route: routeOf(context), status });
    });
    return next();
  };
}

/** The template of the last handler that matched; middleware matches every path. */
function routeOf(context: Context): string | undefined {
  const handlers = matchedRoutes(context).filter(
    ({ method, path }) => method !== 'ALL' || !path.endsWith('*'),
  );
  return handlers[handlers.length - 1]?.path;
}
