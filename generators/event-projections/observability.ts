import { code, contribute, from, instance, type Statement } from '@joinery/kit';

/** What can be seen of projections from inside the service. */
export const observability: readonly Statement[] = [
  contribute('metrics.observations', {
    name: 'projection.lag',
    unit: 's',
    kind: 'gauge',
    description: 'How long ago the first event happened that a view does not know.',
    observe: code`() => ${from('lagReadings', '#host/projections/readings')}(${instance('projections')})`,
  }),
  contribute('alerts.rules', {
    name: 'ProjectionBehind',
    expr: 'max by (projection) (projection_lag_seconds{job="$job"}) > 60',
    for: '5m',
    severity: 'ticket',
    summary: 'A view is behind',
    description: 'A view has not known what happened for more than a minute.',
    runbook: {
      meaning: 'A projection fails at an event, or cannot keep up.',
      impact: 'People see what was true some minutes ago. Nothing is lost.',
      diagnosis: 'The check `projections` of `/health/ready` and the log name the event and the error.',
      mitigation: 'Mend the code of the projection; it goes on at the event where it failed.',
    },
  }),
  contribute('dashboards.panels', {
    name: 'projection-lag',
    row: 'Events',
    title: 'How far views are behind',
    description: 'A line that rises steadily is a projection that fails.',
    kind: 'timeseries',
    unit: 's',
    queries: [{ expr: 'max by (projection) (projection_lag_seconds{job="$job"})', legend: '{{projection}}' }],
    thresholds: { warning: 10, critical: 60 },
  }),
];
