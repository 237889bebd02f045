import type { Middleware } from 'koa';
import {
  bindToContext,
  createContext,
  REQUEST_ID,
  runInContext,
} from '#host/context/request-context';

/** Answer each request in a context of its own. */
export function requestContexts(): Middleware {
  return ({ req, res }, next) => {
    const context = createContext((name) => req.headers[name]);
    // On the response itself, so that it stays when Koa answers an error.
    res.setHeader(REQUEST_ID, context.requestId);
    bindToContext(context, req);
    bindToContext(context, res);
    return runInContext(context, next);
  };
}
