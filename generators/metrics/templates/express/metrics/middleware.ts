import type { IncomingMessage, ServerResponse } from 'node:http';
import { isExcluded } from '#host/metrics/is-excluded';
import type { Metrics } from '#host/metrics/metrics';

/** What Express adds to a request once a route has matched. */
interface RoutedRequest extends IncomingMessage {
  readonly baseUrl?: string;
  readonly route?: { readonly path: unknown };
}

/** The status people know for a client that left before it was answered. */
const CLIENT_CLOSED_REQUEST = 499;

/** Measure every request once, when its response is over or its connection is lost. */
export function httpMetrics(metrics: Metrics) {
  return (
    request: RoutedRequest,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void => {
    if (!isExcluded(request.url)) {
      const end = metrics.http.begin(request);
      response.once('close', () => {
        const status = response.headersSent ? response.statusCode : CLIENT_CLOSED_REQUEST;
        end({ route: routeOf(request), status });
      });
    }
    next();
  };
}

/** The template, not the path: paths are without number. */
function routeOf({ baseUrl = '', route }: RoutedRequest): string | undefined {
  if (route === undefined) return undefined;
  const path = `${baseUrl}${String(route.path)}`;
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}
