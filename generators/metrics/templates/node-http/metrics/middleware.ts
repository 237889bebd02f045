import type { IncomingMessage, RequestListener } from 'node:http';
import { isExcluded } from '#host/metrics/is-excluded';
import type { Metrics } from '#host/metrics/metrics';

/** The status people know for a client that left before it was answered. */
const CLIENT_CLOSED_REQUEST = 499;

const templates = new WeakMap<IncomingMessage, string>();

/**
 * Say which route a request has matched, by its template. Without that it has no route: paths are without number.
 *
 * @example nameRoute(request, '/orders/:id');
 */
export function nameRoute(request: IncomingMessage, template: string): void {
  templates.set(request, template);
}

/** Measure every request once, when its response is over or its connection is lost. */
export function httpMetrics(metrics: Metrics) {
  return (inner: RequestListener): RequestListener =>
    (request, response) => {
      if (!isExcluded(request.url)) {
        const end = metrics.http.begin(request);
        response.once('close', () => {
          const status = response.headersSent ? response.statusCode : CLIENT_CLOSED_REQUEST;
          end({ route: templates.get(request), status });
        });
      }
      return inner(request, response);
    };
}
