import { metrics as api, type Meter } from '@opentelemetry/api';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { createExportCounts, type ExportCounts } from '#host/telemetry/export-counts';
import { buildInfo } from '#host/telemetry/resource';
import type { Telemetry } from '#host/telemetry/telemetry';
import { createDurations } from './durations.ts';
import { createHttpMetrics, type Exemplars, type HttpMetrics } from './http-metrics.ts';
import { createReaders } from './readers.ts';

export interface Metrics {
  /** For instruments of your own. */
  readonly meter: Meter;
  /** Measures each request. */
  readonly http: HttpMetrics;
  /** Whether Prometheus reads what is measured; otherwise it is sent to a collector, or nowhere. */
  readonly scraped: boolean;
  /** What has become of the data points for a collector. */
  readonly counts: Readonly<ExportCounts>;
  /** Everything measured so far, in Prometheus' text format. */
  collect(): Promise<string>;
  /** The same for whoever asks over HTTP, in the best format that its `accept` header names. */
  answer(accept: string | undefined): Promise<Exposition>;
  /** Throw when the last collection was incomplete. */
  check(): void;
  /** Send what was not sent yet, and measure nothing more. */
  shutdown(): Promise<void>;
}

/** Metrics, and the type of their format. */
export interface Exposition {
  readonly type: string;
  readonly text: string;
}

export interface MetricsOptions {
  /** How many route templates get series of their own; the others share `_other`. */
  readonly maxRoutes: number;
  /** What is read off each time metrics are collected: the process, Node.js itself. */
  readonly observe: readonly ((meter: Meter) => void)[];
  /** Traced requests to show beside the buckets they fell into. */
  readonly exemplars?: Exemplars;
  /** What is measured elsewhere in the process and is to be served with it; told what is there already. */
  readonly also?: (own: string) => Promise<string>;
}

const TEXT = 'text/plain; version=0.0.4; charset=utf-8';
const OPEN_METRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

export function createMetrics(telemetry: Telemetry, options: MetricsOptions): Metrics {
  const { serviceName, settings, resource, disabled } = telemetry;
  const durations = createDurations(serviceName, resource);
  const { readers, counts, scrape } = createReaders(settings, durations);
  if (disabled || readers.length === 0) return unmeasured(serviceName);
  const provider = new MeterProvider({ resource, readers });
  api.setGlobalMeterProvider(provider);
  const meter = provider.getMeter(serviceName);
  const info = buildInfo(serviceName);
  meter
    .createObservableGauge('build.info', { description: 'What is running; always 1' })
    .addCallback((result) => result.observe(1, info));
  for (const observe of options.observe) observe(meter);

  let errors = 0;
  const { exemplars, also } = options;
  const collect = async () => {
    if (scrape === undefined) return '';
    const scraped = await scrape();
    errors = scraped.errors;
    if (also === undefined) return scraped.text;
    const more = await also(scraped.text).catch(() => {
      errors++;
      return '';
    });
    return scraped.text + more;
  };
  return {
    meter,
    http: createHttpMetrics(meter, durations, options.maxRoutes, exemplars),
    scraped: scrape !== undefined,
    counts,
    collect,
    answer: async (accept = '') =>
      exemplars !== undefined && accept.includes('application/openmetrics-text')
        ? { type: OPEN_METRICS, text: exemplars.openMetrics(await collect()) }
        : { type: TEXT, text: await collect() },
    check: () => {
      if (errors > 0) throw new Error(`${errors} instruments could not be collected`);
    },
    shutdown: async () => {
      api.disable();
      await provider.shutdown();
    },
  };
}

function unmeasured(serviceName: string): Metrics {
  return {
    meter: api.getMeter(serviceName),
    http: { begin: () => undefined },
    scraped: false,
    counts: createExportCounts(),
    collect: () => Promise.resolve(''),
    answer: () => Promise.resolve({ type: TEXT, text: '' }),
    check: () => undefined,
    shutdown: () => Promise.resolve(),
  };
}
