import type { DashboardPanel } from '@joinery/kit';
import { chosen, rate } from './selectors.ts';

const ROW = 'Process';
const RUNTIME = 'Node.js';

/** The process as the operating system sees it. */
export const PROCESS: readonly DashboardPanel[] = [
  {
    name: 'instances-up',
    row: ROW,
    title: 'Instances up',
    description: 'How many instances answer scrapes. Fewer than were deployed: look at TargetDown.',
    kind: 'stat',
    unit: 'short',
    dashboards: ['on-call', 'service'],
    queries: [{ expr: `sum(${chosen('up')})`, legend: 'up' }],
    thresholds: { critical: 1, direction: 'low' },
  },
  {
    name: 'restarts',
    row: ROW,
    title: 'Starts in the last hour',
    description:
      'How often instances started. More than deployments explain: read the last lines of the log before each start.',
    kind: 'stat',
    unit: 'short',
    dashboards: ['on-call', 'service'],
    queries: [{ expr: `sum(changes(${chosen('process_start_time_seconds')}[1h]))`, legend: 'starts' }],
    thresholds: { warning: 1, critical: 3 },
  },
  {
    name: 'cpu',
    row: ROW,
    title: 'CPU',
    description: 'Cores in use. Node.js runs JavaScript on one: near 1, add instances.',
    kind: 'timeseries',
    unit: 'short',
    dashboards: ['on-call', 'service'],
    queries: [
      { expr: `sum by (instance) (${rate('process_cpu_time_seconds_total')})`, legend: '{{instance}}' },
    ],
  },
  {
    name: 'memory',
    row: ROW,
    title: 'Memory',
    description:
      'Resident memory. A slope that does not end is a leak: take heap snapshots an hour apart and compare.',
    kind: 'timeseries',
    unit: 'bytes',
    dashboards: ['on-call', 'service'],
    queries: [{ expr: chosen('process_memory_usage_bytes'), legend: '{{instance}}' }],
  },
  {
    name: 'versions',
    row: ROW,
    title: 'Versions running',
    description: 'What is deployed. Two versions for long: a rollout is stuck.',
    kind: 'table',
    unit: 'none',
    queries: [
      {
        expr: `count by (service_version, deployment_environment_name) (${chosen('target_info')})`,
        legend: '{{service_version}}',
      },
    ],
  },
];

/** Node.js from the inside. */
export const NODE: readonly DashboardPanel[] = [
  {
    name: 'event-loop-delay',
    row: RUNTIME,
    title: 'Event-loop delay',
    description:
      'How late callbacks run. Above 0.2 s every request waits: look for synchronous work with a CPU profile.',
    kind: 'timeseries',
    unit: 's',
    tier: 'intermediate',
    queries: [
      { expr: `max(${chosen('nodejs_eventloop_delay_p50_seconds')})`, legend: 'p50' },
      { expr: `max(${chosen('nodejs_eventloop_delay_p99_seconds')})`, legend: 'p99' },
    ],
    thresholds: { warning: 0.1, critical: 0.2 },
  },
  {
    name: 'event-loop-utilization',
    row: RUNTIME,
    title: 'Event-loop utilisation',
    description:
      'Share of time the event loop is busy. Above 0.9 there is no room for a peak: add instances.',
    kind: 'timeseries',
    unit: 'percentunit',
    tier: 'intermediate',
    queries: [{ expr: chosen('nodejs_eventloop_utilization_ratio'), legend: '{{instance}}' }],
    thresholds: { warning: 0.7, critical: 0.9 },
  },
  {
    name: 'heap',
    row: RUNTIME,
    title: 'Heap',
    description:
      'What objects use, and the most V8 will give. Near the limit: raise --max-old-space-size, or find the leak.',
    kind: 'timeseries',
    unit: 'bytes',
    tier: 'intermediate',
    queries: [
      { expr: `sum by (instance) (${chosen('v8js_memory_heap_used_bytes')})`, legend: '{{instance}} used' },
      { expr: `max(${chosen('v8js_memory_heap_limit_bytes')})`, legend: 'limit' },
    ],
  },
  {
    name: 'garbage-collection',
    row: RUNTIME,
    title: 'Garbage collection',
    description:
      'Share of time spent collecting garbage, by kind. Above a tenth: something allocates far too much.',
    kind: 'timeseries',
    unit: 'percentunit',
    tier: 'intermediate',
    queries: [
      { expr: `sum by (v8js_gc_type) (${rate('v8js_gc_duration_seconds_sum')})`, legend: '{{v8js_gc_type}}' },
    ],
  },
];

/** What the measuring itself costs and loses. */
export const TELEMETRY: readonly DashboardPanel[] = [
  {
    name: 'scrape-size',
    row: 'Telemetry',
    title: 'Samples in a scrape',
    description: 'Series that an instance serves. A climb means a label without bounds.',
    kind: 'timeseries',
    unit: 'short',
    tier: 'enterprise',
    queries: [{ expr: chosen('scrape_samples_scraped'), legend: '{{instance}}' }],
  },
  {
    name: 'scrape-duration',
    row: 'Telemetry',
    title: 'Time of a scrape',
    description: 'How long an instance takes to serve its metrics. Above 0.1 s, measure less.',
    kind: 'timeseries',
    unit: 's',
    tier: 'enterprise',
    queries: [{ expr: chosen('scrape_duration_seconds'), legend: '{{instance}}' }],
    thresholds: { warning: 0.1 },
  },
  {
    name: 'label-overflow',
    row: 'Telemetry',
    title: 'Values counted as _other',
    description: 'Values of labels beyond what become series. See the runbook LabelOverflow.',
    kind: 'timeseries',
    unit: 'short',
    tier: 'enterprise',
    queries: [
      {
        expr: `sum by (label) (increase(${chosen('metrics_label_overflow_total')}[$__rate_interval]))`,
        legend: '{{label}}',
      },
    ],
  },
];

/** Where health checks are measured. */
export const DEPENDENCIES: readonly DashboardPanel[] = [
  {
    name: 'check-status',
    row: 'Dependencies',
    title: 'Health checks',
    description: '1 while a check passes. The runbook DependencyDown says what to do.',
    kind: 'state-timeline',
    unit: 'short',
    tier: 'advanced',
    dashboards: ['on-call', 'service'],
    queries: [{ expr: `min by (check) (${chosen('health_check_status')})`, legend: '{{check}}' }],
    thresholds: { critical: 1, direction: 'low' },
  },
  {
    name: 'check-duration',
    row: 'Dependencies',
    title: 'Time of health checks',
    description: 'How long each check takes. A dependency that gets slow shows here first.',
    kind: 'timeseries',
    unit: 's',
    tier: 'advanced',
    queries: [{ expr: `max by (check) (${chosen('health_check_duration_seconds')})`, legend: '{{check}}' }],
  },
];
