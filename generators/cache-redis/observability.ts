import { code, contribute, from, instance, type Statement } from '@joinery/kit';

const cache = instance('cache');

/** How the cache is watched, where somebody watches. */
export const observability: readonly Statement[] = [
  contribute('health.checks', { name: 'cache', critical: false, check: code`() => ${cache}.check()` }),
  contribute('metrics.observations', {
    name: 'cache.lookups',
    unit: '{lookup}',
    kind: 'counter',
    description: 'Look-ups in the cache, by whether something was there.',
    observe: code`() => ${from('lookupReadings', '#host/cache/observations')}(${cache})`,
  }),
  contribute('metrics.observations', {
    name: 'cache.failures',
    unit: '{failure}',
    kind: 'counter',
    description: 'Commands that the cache did not carry out in time.',
    observe: code`() => ${cache}.numbers().failures`,
  }),
  contribute('alerts.rules', {
    name: 'CacheUnavailable',
    expr: 'increase(cache_failures_total{job="$job"}[5m]) > 0',
    for: '10m',
    severity: 'ticket',
    summary: 'The cache cannot be used',
    description: 'For ten minutes, commands to the cache have failed or come too late.',
    runbook: {
      meaning: 'Redis cannot be reached, or takes longer than `CACHE_TIMEOUT_MS`.',
      impact: 'Nobody is refused: everything is loaded from its source, which has more to do.',
      diagnosis:
        'Look at the check `cache` of `/health/ready` and at the panel *Cache failures*. Is Redis up, is its memory full, does a slow command block it (`SLOWLOG GET`)?',
      mitigation:
        'Bring Redis back; the service reconnects by itself. Watch the load of the sources until then.',
    },
  }),
  contribute('dashboards.panels', {
    name: 'cache-hits',
    row: 'Cache',
    title: 'Cache hit ratio',
    description: 'The share of look-ups that found something. When it falls, the sources have more to do.',
    kind: 'timeseries',
    unit: 'percentunit',
    tier: 'advanced',
    queries: [
      {
        expr: 'sum(rate(cache_lookups_total{job="$job",result="hit"}[$__rate_interval])) / sum(rate(cache_lookups_total{job="$job"}[$__rate_interval]))',
        legend: 'hits',
      },
    ],
  }),
  contribute('dashboards.panels', {
    name: 'cache-failures',
    row: 'Cache',
    title: 'Cache failures',
    description:
      'Commands that the cache did not carry out in time. Any at all for long means that it is down.',
    kind: 'timeseries',
    unit: 'short',
    tier: 'advanced',
    queries: [{ expr: 'sum(rate(cache_failures_total{job="$job"}[$__rate_interval]))', legend: 'failures' }],
  }),
];
