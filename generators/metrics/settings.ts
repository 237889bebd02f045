import type { TelemetrySetting } from '@joinery/kit';

/** What metrics understand of OpenTelemetry's variables. */
export const SETTINGS: readonly TelemetrySetting[] = [
  {
    name: 'OTEL_METRICS_EXPORTER',
    values: '`prometheus`, `otlp`, `console`, `none`; several with commas',
    default: '`prometheus`',
    description: 'Where metrics go. Only with `prometheus` are they served.',
  },
  {
    name: 'OTEL_EXPORTER_PROMETHEUS_HOST',
    values: 'address',
    default: '`METRICS_HOST`',
    description: 'The address that serves metrics on a port of their own.',
  },
  {
    name: 'OTEL_EXPORTER_PROMETHEUS_PORT',
    values: 'port',
    default: '`METRICS_PORT`',
    description: 'That port.',
  },
  {
    name: 'OTEL_METRIC_EXPORT_INTERVAL',
    values: 'milliseconds',
    default: '`60000`',
    description: 'How often metrics are sent to a collector.',
  },
  {
    name: 'OTEL_METRIC_EXPORT_TIMEOUT',
    values: 'milliseconds',
    default: '`30000`',
    description: 'How long sending them may take.',
  },
];
