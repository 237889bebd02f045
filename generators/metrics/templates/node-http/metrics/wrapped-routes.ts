import type { RequestListener } from 'node:http';
import type { Metrics } from '#host/metrics/metrics';
import { metricsRoutes } from '#host/metrics/routes';

/** Answer `GET /metrics`; leave everything else to the listener inside. */
export function wrappedMetricsRoutes(metrics: Metrics) {
  const routes = metricsRoutes(metrics);
  return (inner: RequestListener): RequestListener =>
    (request, response) => {
      // What the listener inside gives back may be a promise, for those outside to see its rejection.
      let given: unknown;
      routes(request, response, (error) => {
        if (error === undefined) given = inner(request, response);
        else response.writeHead(500).end();
      });
      return given;
    };
}
