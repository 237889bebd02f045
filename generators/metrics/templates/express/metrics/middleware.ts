import type { IncomingMessage, ServerResponse } from 'node:http';
import { isExcluded } from '#host/metrics/is-excluded';
import type { Metrics } from '#host/metrics/metrics';
import { trackRoute } from './track-route.ts';

/** The status people know for a client that left before it was answered. */
const CLIENT_CLOSED_REQUEST = 499;

/** Measure every request once, when its response is over or its connection is lost. */
export function httpMetrics(metrics: Metrics) {
  return (
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void => {
    if (!isExcluded(request.url)) {
      const end = metrics.http.begin(request);
      const route = trackRoute(request);
      response.once('close', () => {
        const status = response.headersSent ? response.statusCode : CLIENT_CLOSED_REQUEST;
        end({ route: route(), status });
      });
    }
    next();
  };
}
