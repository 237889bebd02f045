import type { RequestListener } from 'node:http';
import {
  bindToContext,
  createContext,
  REQUEST_ID,
  runInContext,
} from '#host/context/request-context';

/** Answer each request in a context of its own. */
export function requestContexts() {
  return (inner: RequestListener): RequestListener =>
    (request, response) => {
      const context = createContext((name) => request.headers[name]);
      response.setHeader(REQUEST_ID, context.requestId);
      bindToContext(context, request);
      bindToContext(context, response);
      return runInContext(context, () => inner(request, response));
    };
}
