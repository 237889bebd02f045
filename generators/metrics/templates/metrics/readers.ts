import { OTLPMetricExporter as JsonExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPMetricExporter as ProtobufExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import {
  AggregationTemporality,
  ConsoleMetricExporter,
  type IMetricReader,
  InstrumentType,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
  type ResourceMetrics,
} from '@opentelemetry/sdk-metrics';
import { countExports, createExportCounts, type ExportCounts } from '#host/telemetry/export-counts';
import { announceFailures, otlpProtocol } from '#host/telemetry/exports';
import type { Settings } from '#host/telemetry/settings';
import type { Durations } from './durations.ts';
import { prometheusText } from './prometheus-text.ts';

/** What Prometheus gets when it asks. */
export interface Scrape {
  readonly text: string;
  /** How many instruments could not be read. */
  readonly errors: number;
}

export interface Readers {
  readonly readers: IMetricReader[];
  /** What has become of the data points for a collector. */
  readonly counts: ExportCounts;
  /** Present where Prometheus reads the metrics. */
  readonly scrape?: () => Promise<Scrape>;
}

const KNOWN = ['prometheus', 'otlp', 'console', 'none'] as const;

/** Where metrics go: OTEL_METRICS_EXPORTER names one or several. */
export function createReaders(settings: Settings, durations: Durations): Readers {
  const chosen = settings.choices('OTEL_METRICS_EXPORTER', KNOWN, ['prometheus']);
  const readers: IMetricReader[] = [];
  const counts = createExportCounts();
  const push = (exporter: PushMetricExporter) =>
    readers.push(pushing(settings, durations, exporter));
  if (chosen.includes('otlp')) push(otlpExporter(settings, counts));
  if (chosen.includes('console')) push(new ConsoleMetricExporter());
  if (!chosen.includes('prometheus')) return { readers, counts };
  const prometheus = new PrometheusExporter({
    preventServerStart: true,
    metricProducers: [durations.producer(AggregationTemporality.CUMULATIVE)],
  });
  readers.push(prometheus);
  return {
    readers,
    counts,
    scrape: async () => {
      const { resourceMetrics, errors } = await prometheus.collect();
      return { text: prometheusText(resourceMetrics), errors: errors.length };
    },
  };
}

function otlpExporter(settings: Settings, counts: ExportCounts): PushMetricExporter {
  const json = otlpProtocol(settings, 'METRICS') === 'http/json';
  const exporter: PushMetricExporter = json ? new JsonExporter() : new ProtobufExporter();
  return announceFailures(countExports(exporter, counts, dataPoints), 'metrics');
}

function dataPoints({ scopeMetrics }: ResourceMetrics): number {
  const metrics = scopeMetrics.flatMap((scope) => scope.metrics);
  return metrics.reduce((sum, metric) => sum + metric.dataPoints.length, 0);
}

function pushing(
  settings: Settings,
  durations: Durations,
  exporter: PushMetricExporter,
): IMetricReader {
  const exportIntervalMillis = settings.integer('OTEL_METRIC_EXPORT_INTERVAL', 60_000, 1);
  const timeout = settings.integer('OTEL_METRIC_EXPORT_TIMEOUT', 30_000, 1);
  const exportTimeoutMillis = Math.min(timeout, exportIntervalMillis);
  const temporality =
    exporter.selectAggregationTemporality?.(InstrumentType.HISTOGRAM) ??
    AggregationTemporality.CUMULATIVE;
  return new PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis,
    exportTimeoutMillis,
    metricProducers: [durations.producer(temporality)],
  });
}
