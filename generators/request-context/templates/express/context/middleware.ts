import type { IncomingMessage, ServerResponse } from 'node:http';
import { createContext, REQUEST_ID, runInContext } from '#host/context/request-context';
import { bindExchange } from './bind-exchange.ts';

/** Answer each request in a context of its own. */
export function requestContexts() {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const context = createContext((name) => request.headers[name]);
    response.setHeader(REQUEST_ID, context.requestId);
    bindExchange(context, request, response);
    runInContext(context, next);
  };
}
