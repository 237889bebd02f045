import type { DashboardPanel } from '@joinery/kit';

const ROW = 'All services';

/** Every service with objectives: which one needs attention. */
export const FLEET: readonly DashboardPanel[] = [
  {
    name: 'fleet-budgets',
    row: ROW,
    title: 'Error budgets left',
    description:
      'What is left of each budget, the lowest first. Below 0, the error budget policy of that service applies.',
    kind: 'table',
    unit: 'percentunit',
    dashboards: ['fleet'],
    queries: [
      {
        expr: 'sort(min by (service, slo) (slo:period_error_budget_remaining:ratio{service=~"$job"}))',
        legend: '{{service}} {{slo}}',
      },
    ],
    thresholds: { warning: 0.25, critical: 0, direction: 'low' },
  },
  {
    name: 'fleet-burn',
    row: ROW,
    title: 'Burn rate now',
    description: 'Above 1 a budget will not last for its period. The steepest first.',
    kind: 'timeseries',
    unit: 'none',
    dashboards: ['fleet'],
    queries: [
      { expr: 'topk(10, slo:current_burn_rate:ratio{service=~"$job"})', legend: '{{service}} {{slo}}' },
    ],
    thresholds: { warning: 1, critical: 14.4 },
  },
  {
    name: 'fleet-rate',
    row: ROW,
    title: 'Requests by service',
    description: 'Requests a second. Services that fall together share something.',
    kind: 'timeseries',
    unit: 'reqps',
    dashboards: ['fleet'],
    queries: [
      {
        expr: 'sum by (job) (rate(http_server_request_duration_seconds_count{job=~"$job", instance=~"$instance"}[$__rate_interval]))',
        legend: '{{job}}',
      },
    ],
  },
  {
    name: 'fleet-up',
    row: ROW,
    title: 'Instances up',
    description: 'Instances that answer scrapes, by service.',
    kind: 'timeseries',
    unit: 'short',
    dashboards: ['fleet'],
    queries: [{ expr: 'sum by (job) (up{job=~"$job", instance=~"$instance"})', legend: '{{job}}' }],
  },
];
