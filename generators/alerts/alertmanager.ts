import type { Json } from '@joinery/kit';

const COMMENT = `Who is told of which alert, and which alert silences which.
Give the receivers their integrations: https://prometheus.io/docs/alerting/latest/configuration/#receiver`;

interface Inhibition {
  readonly by: string;
  readonly what: string;
}

/** Where the service is down, or its budget burns, the alerts about causes say nothing new. */
const INHIBITIONS: readonly Inhibition[] = [
  { by: 'alertname = TargetDown', what: 'alertname != TargetDown' },
  { by: 'severity = page', what: 'severity = ticket' },
];

/** While a new version is rolled out, only pages get through. */
const DEPLOY_WINDOW: Inhibition = { by: 'alertname = DeployWindow', what: 'severity = ticket' };

/** Alertmanager's configuration: routing by severity, one notification per service and alert. */
export function alertmanager(settings: { readonly deployWindow: boolean }): {
  readonly value: Json;
  readonly comment: string;
} {
  const inhibitions = settings.deployWindow ? [...INHIBITIONS, DEPLOY_WINDOW] : INHIBITIONS;
  return {
    comment: COMMENT,
    value: {
      route: {
        receiver: 'ticket',
        group_by: ['service', 'alertname'],
        group_wait: '30s',
        group_interval: '5m',
        repeat_interval: '12h',
        routes: [
          { matchers: ['severity = page'], receiver: 'page', repeat_interval: '1h' },
          { matchers: ['severity = ticket'], receiver: 'ticket' },
          { matchers: ['severity = info'], receiver: 'nobody' },
        ],
      },
      inhibit_rules: inhibitions.map(({ by, what }) => ({
        source_matchers: [by],
        target_matchers: [what],
        equal: ['service'],
      })),
      receivers: [{ name: 'page' }, { name: 'ticket' }, { name: 'nobody' }],
    },
  };
}
