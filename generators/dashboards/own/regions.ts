import type { DashboardPanel } from '@joinery/kit';
import { rate } from './selectors.ts';

const ROW = 'Regions';
const DURATION = 'http_server_request_duration_seconds';
const COUNT = `${DURATION}_count`;

/** The same service in several regions; `label` is what tells them apart. */
export function regionPanels(label: string): readonly DashboardPanel[] {
  if (label === '') return [];
  const legend = `{{${label}}}`;
  const all = `sum by (${label}) (${rate(COUNT)})`;
  const failed = `sum by (${label}) (${rate(COUNT, 'http_response_status_code=~"5.."')})`;
  const panel = { row: ROW, kind: 'timeseries', tier: 'enterprise' } as const;
  return [
    {
      ...panel,
      name: 'region-rate',
      title: 'Rate by region',
      description: 'Requests a second by region. One that falls while another climbs: traffic was led away.',
      unit: 'reqps',
      dashboards: ['on-call', 'service', 'fleet'],
      queries: [{ expr: all, legend }],
    },
    {
      ...panel,
      name: 'region-failed',
      title: 'Failed share by region',
      description: 'Share of 5xx answers by region. One region alone: see the runbook HighErrorRateInRegion.',
      unit: 'percentunit',
      dashboards: ['on-call', 'service', 'fleet'],
      queries: [{ expr: `(${failed} or 0 * ${all}) / (${all} > 0)`, legend }],
      thresholds: { warning: 0.01, critical: 0.05 },
    },
    {
      ...panel,
      name: 'region-latency',
      title: 'p95 by region',
      description: 'The 95th percentile by region. One that is slower than others is far from what it needs.',
      unit: 's',
      queries: [
        { expr: `histogram_quantile(0.95, sum by (${label}, le) (${rate(`${DURATION}_bucket`)}))`, legend },
      ],
    },
  ];
}
