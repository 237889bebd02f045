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
    ],
  },
];

export function panels(): readonly Statement[] {
  return PANELS.map((panel) => contribute('dashboards.panels', panel));
}
