import type { MiddlewareHandler } from 'hono';
import { createContext, REQUEST_ID, runInContext } from '#host/context/request-context';

/** Answer each request in a context of its own. */
export function requestContexts(): MiddlewareHandler {
  return async (c, next) => {
    const context = createContext((name) => c.req.header(name));
    await runInContext(context, next);
    c.header(REQUEST_ID, context.requestId);
  };
}
