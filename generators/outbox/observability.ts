import { code, contribute, instance, type MetricObservation, type Statement } from '@joinery/kit';

const number = (name: string) => code`() => ${instance('relay')}.numbers().${name}`;

function observation(
  name: string,
  unit: string,
  kind: MetricObservation['kind'],
  description: string,
  read: string,
): Statement {
  return contribute('metrics.observations', { name, unit, kind, description, observe: number(read) });
}

/** What can be seen of messages from inside the service. */
export const observability: readonly Statement[] = [
  observation('outbox.pending', '{message}', 'gauge', 'Messages that are still to be sent.', 'pending'),
  observation('outbox.abandoned', '{message}', 'gauge', 'Messages that were given up.', 'abandoned'),
  observation('outbox.oldest', 's', 'gauge', 'The age of the oldest message to be sent.', 'oldestSeconds'),
  observation('outbox.delivered', '{message}', 'counter', 'Messages that were delivered.', 'delivered'),
  observation('outbox.failures', '{failure}', 'counter', 'Attempts that failed.', 'failed'),
  contribute('alerts.rules', {
    name: 'OutboxStuck',
    expr: 'max(outbox_oldest_seconds{job="$job"}) > 300',
    for: '5m',
    severity: 'page',
    summary: 'Messages are not being sent',
    description: 'The oldest message has been waiting for more than five minutes.',
    runbook: {
      meaning: 'What the service did is not told to others.',
      impact: 'Other services work with what was true some minutes ago. Nothing is lost.',
      diagnosis: 'The log says why messages fail. Does the receiver answer? Does a relay run?',
      mitigation: 'Mend the receiver. Messages are sent again by themselves, in order.',
    },
  }),
  contribute('alerts.rules', {
    name: 'OutboxDeadLetters',
    expr: 'max(outbox_abandoned{job="$job"}) > 0',
    for: '1m',
    severity: 'ticket',
    summary: 'Messages were given up',
    description: 'A message failed too often and is not tried any more.',
    runbook: {
      meaning: 'The receiver refused a message every time.',
      impact: 'Others miss something that happened; later messages of the same aggregate were sent.',
      diagnosis: '`npm run outbox:dead-letters` lists them with their errors.',
      mitigation: 'Mend the cause, then `npm run outbox:dead-letters -- retry all`.',
    },
  }),
  contribute('dashboards.panels', {
    name: 'outbox',
    row: 'Messages',
    title: 'Outbox',
    description: 'Messages that wait, and those that were given up. Both should be near zero.',
    kind: 'timeseries',
    unit: 'short',
    queries: [
      { expr: 'max(outbox_pending{job="$job"})', legend: 'pending' },
      { expr: 'max(outbox_abandoned{job="$job"})', legend: 'given up' },
    ],
  }),
];
