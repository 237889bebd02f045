import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Requests } from '#host/requests/requests';

/** What Fastify publishes when it calls a route's handler. */
interface HandlerStart {
  readonly request: { readonly raw: IncomingMessage };
  readonly route: { readonly url: string | undefined };
}

const templates = new WeakMap<IncomingMessage, string | undefined>();

/** Tell the observers of every request. */
export function observeRequests(requests: Requests) {
  // Middleware of Nest sees Fastify's raw requests, which do not know their route.
  subscribe('tracing:fastify.request.handler:start', (message) => {
    const { request, route } = message as HandlerStart;
    templates.set(request.raw, route.url);
  });
  return (
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void => requests.begin(request, response, () => templates.get(request))(next);
}
