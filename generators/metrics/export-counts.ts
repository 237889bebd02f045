import { atLeast, code, contribute, from, instance, type Statement, type Tier } from '@joinery/kit';

/** From tier advanced on, what becomes of the data points for a collector, in OpenTelemetry's own words. */
export function exportCounts(tier: Tier): readonly Statement[] {
  if (!atLeast(tier, 'advanced')) return [];
  return [
    contribute('metrics.observations', {
      name: 'otel.sdk.exporter.metric_data_point.exported',
      description: 'Data points of metrics that were sent; with `error_type` those that no collector took',
      unit: '{data_point}',
      kind: 'counter',
      observe: code`() => ${from('exportedItems', '#host/telemetry/export-counts')}(${instance('metrics')}.counts)`,
    }),
  ];
}
