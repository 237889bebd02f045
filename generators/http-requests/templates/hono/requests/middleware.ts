import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Requests } from '#host/requests/requests';

/** What @hono/node-server hands over with each request. */
interface NodeBindings {
  readonly incoming?: IncomingMessage;
  readonly outgoing?: ServerResponse;
}

/** Tell the observers of every request that comes over HTTP. */
export function observeRequests(requests: Requests): MiddlewareHandler {
  return (context, next) => {
    const { incoming, outgoing }: NodeBindings = context.env ?? {};
    if (incoming === undefined || outgoing === undefined) return next();
    const atTheEnd = (): string | undefined => {
      if (context.error !== undefined) requests.fail(incoming, context.error);
      return routeOf(context);
    };
    return requests.begin(incoming, outgoing, atTheEnd)(next);
  };
}

/** The template of the last handler that matched; middleware matches every path. */
function routeOf(context: Context): string | undefined {
  const handlers = matchedRoutes(context).filter(
    ({ method, path }) => method !== 'ALL' || !path.endsWith('*'),
  );
  return handlers[handlers.length - 1]?.path;
}
