import {
  type AlertRule,
  type Code,
  code,
  contribute,
  type DashboardPanel,
  from,
  instance,
  type MetricObservation,
  type Statement,
} from '@joinery/kit';

const storage = instance('storage');
const number = (name: string) => code`() => ${storage}.numbers().${name}`;
const readings = (name: string): Code => code`() => ${from(name, '#host/storage/observations')}(${storage})`;

const OBSERVATIONS: readonly MetricObservation[] = [
  {
    name: 'storage.connections',
    unit: '{connection}',
    kind: 'gauge',
    description: 'Connections to the database, by state.',
    observe: readings('connectionReadings'),
  },
  {
    name: 'storage.connections.max',
    unit: '{connection}',
    kind: 'gauge',
    description: 'The most connections to the database that there can be.',
    observe: number('max'),
  },
  {
    name: 'storage.connections.waiting',
    unit: '{request}',
    kind: 'gauge',
    description: 'Work that waits for a connection to the database.',
    observe: number('waiting'),
  },
  {
    name: 'storage.transactions',
    unit: '{transaction}',
    kind: 'counter',
    description: 'Transactions, by how they ended.',
    observe: readings('transactionReadings'),
  },
  {
    name: 'storage.failures',
    unit: '{failure}',
    kind: 'counter',
    description: 'Statements that the database could not take: no connection, no time or no space.',
    observe: number('failures'),
  },
];

const ALERTS: readonly AlertRule[] = [
  {
    name: 'StorageUnavailable',
    expr: 'increase(storage_failures_total{job="$job"}[5m]) > 0',
    for: '5m',
    severity: 'page',
    summary: 'The database cannot be used',
    description: 'For five minutes, statements have failed for lack of a connection, of time or of space.',
    runbook: {
      meaning: 'The service could not reach its database, or the database refused work.',
      impact: 'Requests that need data are answered with 503.',
      diagnosis:
        'Look at the check `storage` of `/health/ready` and at the panel *Connections*. Look at the database’s own log: is it up, is its disk full, does a migration or a long transaction hold locks?',
      mitigation: 'Bring the database back. The service reconnects by itself.',
    },
  },
  {
    name: 'StorageSaturated',
    expr: 'min_over_time(storage_connections_waiting{job="$job"}[5m]) > 0',
    for: '5m',
    severity: 'ticket',
    tier: 'intermediate',
    summary: 'Work waits for connections to the database',
    description: 'For ten minutes there has always been work waiting for a connection.',
    runbook: {
      meaning: 'All connections are in use all the time.',
      impact: 'Requests are slow; soon they fail with 503.',
      diagnosis:
        'Look for slow statements and for transactions that wait for something other than the database.',
      mitigation:
        'Shorten the transactions, add an index, or raise the size of the pool within what the database allows.',
    },
  },
];

const PANELS: readonly DashboardPanel[] = [
  {
    name: 'storage-connections',
    row: 'Storage',
    title: 'Connections',
    description:
      'In use, idle and waited for. Waiting that stays above zero means that the pool is too small or transactions too long.',
    kind: 'timeseries',
    unit: 'short',
    queries: [
      {
        expr: 'sum by (state) (storage_connections{job="$job", instance=~"$instance"})',
        legend: '{{state}}',
      },
      { expr: 'sum(storage_connections_waiting{job="$job", instance=~"$instance"})', legend: 'waiting' },
      { expr: 'sum(storage_connections_max{job="$job", instance=~"$instance"})', legend: 'max' },
    ],
  },
  {
    name: 'storage-transactions',
    row: 'Storage',
    title: 'Transactions',
    description: 'By how they ended. Many that are rolled back point at conflicts or faulty input.',
    kind: 'timeseries',
    unit: 'ops',
    queries: [
      {
        expr: 'sum by (outcome) (rate(storage_transactions_total{job="$job", instance=~"$instance"}[$__rate_interval]))',
        legend: '{{outcome}}',
      },
      {
        expr: 'sum(rate(storage_failures_total{job="$job", instance=~"$instance"}[$__rate_interval]))',
        legend: 'failed',
      },
    ],
  },
];

/** What can be seen of the database from inside the service. */
export const observability: readonly Statement[] = [
  ...OBSERVATIONS.map((each) => contribute('metrics.observations', each)),
  ...ALERTS.map((each) => contribute('alerts.rules', each)),
  ...PANELS.map((each) => contribute('dashboards.panels', each)),
];
