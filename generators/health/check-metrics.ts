import { code, contribute, instance, type Statement } from '@joinery/kit';

const health = instance('health');

/** Each check as a metric, for alerts and dashboards; dropped where nobody measures. */
export function checkMetrics(): readonly Statement[] {
  return [
    contribute('metrics.observations', {
      name: 'health.check.status',
      description: 'Whether a health check passes: 1, or 0 when it fails',
      unit: '{status}',
      kind: 'gauge',
      observe: code`() => ${health}.statuses()`,
    }),
    contribute('metrics.observations', {
      name: 'health.check.duration',
      description: 'How long the last run of a health check took',
      unit: 's',
      kind: 'gauge',
      observe: code`() => ${health}.durations()`,
    }),
  ];
}
