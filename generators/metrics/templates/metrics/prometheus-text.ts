import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { DataPointType, type MetricData, type ResourceMetrics } from '@opentelemetry/sdk-metrics';

const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ['s', 'seconds'],
  ['ms', 'milliseconds'],
  ['By', 'bytes'],
]);

const serializer = new PrometheusSerializer(undefined, false, undefined, false, true);

/**
 * Write metrics in Prometheus' text format under the names a collector gives them too: with their unit
 * (`http_server_request_duration_seconds`), which the serializer alone leaves out.
 */
export function prometheusText(metrics: ResourceMetrics): string {
  const scopeMetrics = metrics.scopeMetrics.map((scope) => ({
    ...scope,
    metrics: scope.metrics.filter((metric) => metric.dataPoints.length > 0).map(withUnit),
  }));
  return serializer.serialize({ ...metrics, scopeMetrics });
}

function withUnit(metric: MetricData): MetricData {
  const unit = unitOf(metric);
  const name = unit === '' ? metric.descriptor.name : `${metric.descriptor.name}_${unit}`;
  return { ...metric, descriptor: { ...metric.descriptor, name, unit } };
}

function unitOf({ descriptor, dataPointType }: MetricData): string {
  if (descriptor.unit === '1' && dataPointType === DataPointType.GAUGE) return 'ratio';
  const suffix = SUFFIXES.get(descriptor.unit) ?? '';
  return descriptor.name.endsWith(suffix) ? '' : suffix;
}
