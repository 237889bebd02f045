import { code, contribute, instance, type Statement } from '@joinery/kit';

const storage = instance('storage');

/** What can be seen of the file from inside the service. */
export const observability: readonly Statement[] = [
  contribute('metrics.observations', {
    name: 'storage.documents',
    unit: '{document}',
    kind: 'gauge',
    description: 'Documents in the store.',
    observe: code`() => ${storage}.numbers().documents`,
  }),
  contribute('metrics.observations', {
    name: 'storage.writes',
    unit: '{write}',
    kind: 'counter',
    description: 'Changes that were written.',
    observe: code`() => ${storage}.numbers().writes`,
  }),
  contribute('metrics.observations', {
    name: 'storage.failures',
    unit: '{failure}',
    kind: 'counter',
    description: 'Changes that could not be written.',
    observe: code`() => ${storage}.numbers().failures`,
  }),
  contribute('alerts.rules', {
    name: 'StorageUnavailable',
    expr: 'increase(storage_failures_total{job="$job"}[5m]) > 0',
    for: '5m',
    severity: 'page',
    summary: 'The store cannot be written',
    description: 'For five minutes, changes could not be written to the service’s file.',
    runbook: {
      meaning: 'The file of the service’s data could not be replaced.',
      impact: 'What people change is refused; what was acknowledged is safe.',
      diagnosis: 'Is the disk full, or read-only? May the service write to the folder of the file?',
      mitigation: 'Make room, or mend the permissions. The service goes on by itself.',
    },
  }),
  contribute('dashboards.panels', {
    name: 'storage-writes',
    row: 'Storage',
    title: 'Changes of the store',
    description: 'Each rewrites the whole file: many a second, or many documents, call for a database.',
    kind: 'timeseries',
    unit: 'ops',
    queries: [
      {
        expr: 'sum(rate(storage_writes_total{job="$job", instance=~"$instance"}[$__rate_interval]))',
        legend: 'written',
      },
      {
        expr: 'sum(rate(storage_failures_total{job="$job", instance=~"$instance"}[$__rate_interval]))',
        legend: 'failed',
      },
    ],
  }),
];
