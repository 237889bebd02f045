import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isExcluded } from '#host/metrics/is-excluded';
import type { Metrics } from '#host/metrics/metrics';

/** What Fastify publishes when it calls a route's handler. */
interface HandlerStart {
  readonly request: { readonly raw: IncomingMessage };
  readonly route: { readonly url: string | undefined };
}

/** The status people know for a client that left before it was answered. */
const CLIENT_CLOSED_REQUEST = 499;

const templates = new WeakMap<IncomingMessage, string | undefined>();

/** Measure every request once, when its response is over or its connection is lost. */
export function httpMetrics(metrics: Metrics) {
  // Middleware of Nest sees Fastify's raw requests, which do not know their route.
  subscribe('tracing:fastify.request.handler:start', (message) => {
    const { request, route } = message as HandlerStart;
    templates.set(request.raw, route.url);
  });
  return (
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void => {
    if (!isExcluded(request.url)) {
      const end = metrics.http.begin(request);
      response.once('close', () => {
        const status = response.headersSent ? response.statusCode : CLIENT_CLOSED_REQUEST;
        end({ route: templates.get(request), status });
      });
    }
    next();
  };
}
