import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  bindToContext,
  createContext,
  REQUEST_ID,
  runInContext,
} from '#host/context/request-context';

/** Answer each request in a context of its own. */
export function requestContexts() {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const context = createContext((name) => request.headers[name]);
    response.setHeader(REQUEST_ID, context.requestId);
    bindToContext(context, request);
    bindToContext(context, response);
    runInContext(context, next);
  };
}
