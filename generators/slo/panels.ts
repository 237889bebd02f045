import { contribute, type DashboardPanel, type Statement } from '@joinery/kit';

const OF_JOB = '{service=~"$job"}';

/** What the budget's owners look at. The queries ask for recordings only, so no panel depends on what slo.yaml says. */
const PANELS: readonly DashboardPanel[] = [
  {
    name: 'budget-remaining',
    row: 'Error budget',
    dashboards: ['error-budget', 'on-call', 'service'],
    title: 'Error budget left',
    description:
      'What is left of the budget over the period of each objective. At 0 the error budget policy applies.',
    kind: 'stat',
    unit: 'percentunit',
    queries: [{ expr: `slo:period_error_budget_remaining:ratio${OF_JOB}`, legend: '{{slo}}' }],
    thresholds: { warning: 0.25, critical: 0, direction: 'low' },
  },
  {
    name: 'burn-rate-now',
    row: 'Error budget',
    dashboards: ['error-budget', 'on-call', 'service'],
    title: 'Burn rate now',
    description:
      'How many times faster than it may the budget burns over the last five minutes. Above 1 it will not last.',
    kind: 'stat',
    unit: 'none',
    queries: [{ expr: `slo:current_burn_rate:ratio${OF_JOB}`, legend: '{{slo}}' }],
    thresholds: { warning: 1, critical: 14.4 },
  },
  {
    name: 'objective',
    row: 'Error budget',
    dashboards: ['error-budget'],
    title: 'Good requests against the objective',
    description:
      'The share of good requests over the period so far, and what was promised. Below the promise, stop releasing.',
    kind: 'timeseries',
    unit: 'percentunit',
    queries: [
      {
        expr: `1 - slo:period_burn_rate:ratio${OF_JOB} * on (service, slo) slo:error_budget:ratio${OF_JOB}`,
        legend: '{{slo}}',
      },
      { expr: `slo:objective:ratio${OF_JOB}`, legend: '{{slo}} objective' },
    ],
  },
  {
    name: 'budget-burn-down',
    row: 'Error budget',
    dashboards: ['error-budget'],
    title: 'Budget over time',
    description: 'A cliff is an incident, a slope is a defect that people live with.',
    kind: 'timeseries',
    unit: 'percentunit',
    queries: [{ expr: `slo:period_error_budget_remaining:ratio${OF_JOB}`, legend: '{{slo}}' }],
    thresholds: { warning: 0.25, critical: 0, direction: 'low' },
  },
  {
    name: 'bad-share-by-window',
    row: 'Error budget',
    dashboards: ['error-budget'],
    title: 'Share of bad requests by window',
    description:
      'What the alerts compare with their thresholds. Short windows above long ones: it gets worse.',
    kind: 'timeseries',
    unit: 'percentunit',
    tier: 'advanced',
    queries: [
      {
        expr: `{__name__=~"slo:sli_error:ratio_rate(5m|30m|1h|2h|6h|1d|3d)", service=~"$job"}`,
        legend: '{{slo}} {{window}}',
      },
      ...[
        ['page', 0.02 * 24],
        ['ticket', 0.1 * (24 / 72)],
      ].map(([severity, share]) => ({
        expr: `${share} * slo:time_period:days${OF_JOB} * on (service, slo) slo:error_budget:ratio${OF_JOB}`,
        legend: `{{slo}} ${severity}`,
      })),
    ],
  },
  {
    name: 'failed-by-route',
    row: 'Error budget',
    dashboards: ['error-budget'],
    title: 'Failed requests by route',
    description:
      'Where the budget of availability goes: 5xx answers in the time that is shown, the most first.',
    kind: 'table',
    unit: 'short',
    tier: 'advanced',
    queries: [
      {
        expr: 'sort_desc(sum by (http_route) (increase(http_server_request_duration_seconds_count{job="$job", http_response_status_code=~"5.."}[$__range])))',
        legend: '{{http_route}}',
      },
    ],
  },
  {
    name: 'month-report',
    row: 'Report',
    dashboards: ['error-budget', 'fleet'],
    title: 'The month so far',
    description:
      'The share of good requests in the calendar month. To read the report of a month, end the time at its last hour.',
    kind: 'table',
    unit: 'percentunit',
    tier: 'enterprise',
    queries: [{ expr: `sort(1 - slo:sli_error:ratio_month${OF_JOB})`, legend: '{{service}} {{slo}}' }],
  },
  {
    name: 'month-budget',
    row: 'Report',
    dashboards: ['error-budget', 'fleet'],
    title: 'Budget by month',
    description: 'What is left of the budget of each calendar month. It begins at 1 on the first day.',
    kind: 'timeseries',
    unit: 'percentunit',
    tier: 'enterprise',
    queries: [{ expr: `slo:month_error_budget_remaining:ratio${OF_JOB}`, legend: '{{service}} {{slo}}' }],
    thresholds: { warning: 0.25, critical: 0, direction: 'low' },
  },
];

export function panels(): readonly Statement[] {
  return PANELS.map((panel) => contribute('dashboards.panels', panel));
}
