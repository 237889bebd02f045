import type { IncomingMessage } from 'node:http';
import type { Attributes, Meter } from '@opentelemetry/api';
import type { Exchange, Following, RequestObserver } from '#host/requests/requests';
import type { Durations } from './durations.ts';
import { createLabelGuard, type SeriesOf } from './label-guard.ts';

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

/** What requests of one method and scheme have in common. */
interface Kind {
  active: number;
  readonly attributes: Attributes;
  readonly seriesOf: SeriesOf;
}

/** The HTTP server metrics of OpenTelemetry's semantic conventions. */
export function createHttpMetrics(
  meter: Meter,
  durations: Durations,
  maxRoutes: number,
  exemplars?: Exemplars,
): HttpMetrics {
  const guard = createLabelGuard(meter, durations, maxRoutes);
  const kinds = { http: new Map<string, Kind>(), https: new Map<string, Kind>() };
  observeActive(meter, kinds);

  function kindOf({ method, socket }: IncomingMessage): Kind {
    const scheme = 'encrypted' in socket ? 'https' : 'http';
    const name = methodOf(method);
    const known = kinds[scheme].get(name);
    if (known !== undefined) return known;
    const attributes = { 'http.request.method': name, 'url.scheme': scheme };
    const added = { active: 0, attributes, seriesOf: guard(name, scheme) };
    kinds[scheme].set(name, added);
    return added;
  }

  return {
    begin({ request, probe, fields }) {
      if (probe) return undefined;
      const kind = kindOf(request);
      kind.active++;
      return {
        end: ({ route, status, durationMs }) => {
          kind.active--;
          const seconds = durationMs / 1_000;
          const series = kind.seriesOf(route, status);
          series.record(seconds);
          if (exemplars === undefined || fields?.trace_flags !== '01') return;
          if (fields.trace_id !== undefined)
            exemplars.keep(series.attributes, seconds, fields.trace_id);
        },
      };
    },
  };
}

/** Count what is active ourselves: an instrument of the SDK takes its time, and twice per request. */
function observeActive(meter: Meter, kinds: Readonly<Record<string, Map<string, Kind>>>): void {
  meter
    .createObservableUpDownCounter('http.server.active_requests', {
      description: 'Number of HTTP server requests in flight',
      unit: '{request}',
    })
    .addCallback((result) => {
      for (const ofScheme of Object.values(kinds))
        for (const { active, attributes } of ofScheme.values()) result.observe(active, attributes);
    });
}

function methodOf(method: string | undefined): string {
  return method !== undefined && KNOWN_METHODS.has(method) ? method : '_OTHER';
}
