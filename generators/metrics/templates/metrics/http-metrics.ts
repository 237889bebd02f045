import type { Attributes, Meter } from '@opentelemetry/api';
import { DURATION_BOUNDARIES } from '#host/metrics/boundaries';
import type { Exchange, Following, RequestObserver } from '#host/requests/requests';
import { createLabelGuard } from './label-guard.ts';

/** Measures every request that is no probe. */
export interface HttpMetrics extends RequestObserver {
  begin(
    exchange: Pick<Exchange, 'request' | 'probe'> & Partial<Pick<Exchange, 'fields'>>,
  ): Following | undefined;
}

/** Keeps traced requests, so that a dashboard leads from a slow bucket to the trace of a request in it. */
export interface Exemplars {
  keep(attributes: Attributes, seconds: number, traceId: string): void;
  /** Metrics in Prometheus' text format, written as OpenMetrics, with what was kept. */
  openMetrics(text: string): string;
}

const KNOWN_METHODS = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'CONNECT',
  'TRACE',
  'QUERY',
]);

/** The HTTP server metrics of OpenTelemetry's semantic conventions. */
export function createHttpMetrics(
  meter: Meter,
  maxRoutes: number,
  exemplars?: Exemplars,
): HttpMetrics {
  const duration = meter.createHistogram('http.server.request.duration', {
    description: 'Duration of HTTP server requests',
    unit: 's',
    advice: { explicitBucketBoundaries: DURATION_BOUNDARIES },
  });
  const guard = createLabelGuard(meter, maxRoutes);
  const activeOf = observeActive(meter);

  return {
    begin({ request, probe, fields }) {
      if (probe) return undefined;
      const method = methodOf(request.method);
      const scheme = 'encrypted' in request.socket ? 'https' : 'http';
      const active = activeOf(method, scheme);
      active.count++;
      return {
        end: ({ route, status, durationMs }) => {
          active.count--;
          const seconds = durationMs / 1_000;
          const attributes = guard(method, scheme, route, status);
          duration.record(seconds, attributes);
          if (exemplars === undefined || fields?.trace_flags !== '01') return;
          if (fields.trace_id !== undefined) exemplars.keep(attributes, seconds, fields.trace_id);
        },
      };
    },
  };
}

/** Count what is active ourselves: the SDK would take as long as for the duration, twice per request. */
function observeActive(meter: Meter): (method: string, scheme: string) => { count: number } {
  const counts = new Map<string, { count: number; readonly attributes: Attributes }>();
  meter
    .createObservableUpDownCounter('http.server.active_requests', {
      description: 'Number of HTTP server requests in flight',
      unit: '{request}',
    })
    .addCallback((result) => {
      for (const { count, attributes } of counts.values()) result.observe(count, attributes);
    });
  return (method, scheme) => {
    const key = `${method} ${scheme}`;
    const known = counts.get(key);
    if (known !== undefined) return known;
    const attributes = { 'http.request.method': method, 'url.scheme': scheme };
    const added = { count: 0, attributes };
    counts.set(key, added);
    return added;
  };
}

function methodOf(method: string | undefined): string {
  return method !== undefined && KNOWN_METHODS.has(method) ? method : '_OTHER';
}
