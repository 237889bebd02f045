import type { DashboardPanel } from '@joinery/kit';
import { chosen, rate } from './selectors.ts';

const ROW = 'Requests';
const DURATION = 'http_server_request_duration_seconds';
const COUNT = `${DURATION}_count`;
const FAILED = 'http_response_status_code=~"5.."';

const quantile = (share: number, by: string) =>
  `histogram_quantile(${share}, sum by (${by}) (${rate(`${DURATION}_bucket`)}))`;
const failedShare = (by: string) =>
  `(sum${by} (${rate(COUNT, FAILED)}) or 0 * sum${by} (${rate(COUNT)})) / (sum${by} (${rate(COUNT)}) > 0)`;

/** Rate, errors and duration: what callers see. */
export const TRAFFIC: readonly DashboardPanel[] = [
  {
    name: 'request-rate-now',
    row: ROW,
    title: 'Requests',
    description: 'Requests a second now. A sudden fall is often an outage in front of the service.',
    kind: 'stat',
    unit: 'reqps',
    dashboards: ['on-call', 'service'],
    queries: [{ expr: `sum(${rate(COUNT)})`, legend: 'requests' }],
  },
  {
    name: 'failed-share-now',
    row: ROW,
    title: 'Failed',
    description: 'The share of requests answered with a 5xx status now. Above 5 % HighErrorRate fires.',
    kind: 'stat',
    unit: 'percentunit',
    dashboards: ['on-call', 'service'],
    queries: [{ expr: failedShare(''), legend: 'failed' }],
    thresholds: { warning: 0.01, critical: 0.05 },
  },
  {
    name: 'latency-now',
    row: ROW,
    title: 'Slowest hundredth',
    description: 'The 99th percentile of the duration now. Above 1 s HighLatencyP99 fires.',
    kind: 'stat',
    unit: 's',
    dashboards: ['on-call', 'service'],
    queries: [{ expr: quantile(0.99, 'le'), legend: 'p99' }],
    thresholds: { warning: 0.5, critical: 1 },
  },
  {
    name: 'active-requests-now',
    row: ROW,
    title: 'In flight',
    description:
      'Requests that are being answered. If it climbs while the rate does not, answers take longer.',
    kind: 'stat',
    unit: 'short',
    dashboards: ['on-call', 'service'],
    queries: [{ expr: `sum(${chosen('http_server_active_requests')})`, legend: 'in flight' }],
  },
  {
    name: 'request-rate',
    row: ROW,
    title: 'Rate by route',
    description: 'Requests a second by route template. Look for the route that changed when the total did.',
    kind: 'timeseries',
    unit: 'reqps',
    dashboards: ['on-call', 'service'],
    queries: [{ expr: `sum by (http_route) (${rate(COUNT)})`, legend: '{{http_route}}' }],
  },
  {
    name: 'failed-share',
    row: ROW,
    title: 'Failed share by route',
    description:
      'Share of 5xx answers by route. One route: look at its code. All of them: look at what they share.',
    kind: 'timeseries',
    unit: 'percentunit',
    dashboards: ['on-call', 'service'],
    queries: [{ expr: failedShare(' by (http_route)'), legend: '{{http_route}}' }],
    thresholds: { warning: 0.01, critical: 0.05 },
  },
  {
    name: 'latency',
    row: ROW,
    title: 'Duration',
    description:
      'Half, nineteen of twenty, and ninety-nine of a hundred requests are answered within this time.',
    kind: 'timeseries',
    unit: 's',
    exemplars: true,
    dashboards: ['on-call', 'service'],
    queries: [
      { expr: quantile(0.5, 'le'), legend: 'p50' },
      { expr: quantile(0.95, 'le'), legend: 'p95' },
      { expr: quantile(0.99, 'le'), legend: 'p99' },
    ],
    thresholds: { warning: 0.5, critical: 1 },
  },
  {
    name: 'status-codes',
    row: ROW,
    title: 'Status codes',
    description: 'Requests a second by status. Many 4xx at once: a caller changed, or somebody probes.',
    kind: 'timeseries',
    unit: 'reqps',
    queries: [
      {
        expr: `sum by (http_response_status_code) (${rate(COUNT)})`,
        legend: '{{http_response_status_code}}',
      },
    ],
  },
  {
    name: 'latency-by-route',
    row: ROW,
    title: 'p95 by route',
    description: 'The 95th percentile of each route. Compare with the objective of the route, if it has one.',
    kind: 'timeseries',
    unit: 's',
    exemplars: true,
    queries: [{ expr: quantile(0.95, 'http_route, le'), legend: '{{http_route}}' }],
  },
  {
    name: 'requests-by-instance',
    row: ROW,
    title: 'Rate by instance',
    description: 'Requests a second by instance. Uneven: look at the balancer, or at the instance that lags.',
    kind: 'timeseries',
    unit: 'reqps',
    tier: 'intermediate',
    queries: [{ expr: `sum by (instance) (${rate(COUNT)})`, legend: '{{instance}}' }],
  },
];
