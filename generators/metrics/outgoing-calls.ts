import { contribute, type DashboardPanel, type Statement } from '@joinery/kit';

const DURATION = 'http_client_request_duration_seconds';
const ALL = `${DURATION}_count{job="$job"}`;
/** No answer at all, or one that says it is the other side's fault. What a 4xx means, only the caller knows. */
const FAILED = `${DURATION}_count{job="$job", error_type!="", http_response_status_code=~"(5..)?"}`;
const ROW = 'Outgoing calls';

const PANELS: readonly DashboardPanel[] = [
  {
    name: 'outgoing-rate',
    row: ROW,
    title: 'Outgoing rate by host',
    description: 'Requests a second to each host. A steep climb is often a retry without a limit.',
    kind: 'timeseries',
    unit: 'reqps',
    tier: 'intermediate',
    queries: [
      { expr: `sum by (server_address) (rate(${ALL}[$__rate_interval]))`, legend: '{{server_address}}' },
    ],
  },
  {
    name: 'outgoing-failed',
    row: ROW,
    title: 'Outgoing failed share',
    description:
      'Calls without an answer, or with a 5xx status. One host: look there. All of them: look at network and DNS.',
    kind: 'timeseries',
    unit: 'percentunit',
    tier: 'intermediate',
    dashboards: ['on-call', 'service'],
    queries: [
      {
        expr: `(sum by (server_address) (rate(${FAILED}[$__rate_interval])) or 0 * sum by (server_address) (rate(${ALL}[$__rate_interval]))) / (sum by (server_address) (rate(${ALL}[$__rate_interval])) > 0)`,
        legend: '{{server_address}}',
      },
    ],
    thresholds: { warning: 0.01, critical: 0.1 },
  },
  {
    name: 'outgoing-p95',
    row: ROW,
    title: 'Outgoing p95 by host',
    description: 'Nineteen of twenty calls are over within this time. Compare with the timeout of the call.',
    kind: 'timeseries',
    unit: 's',
    tier: 'intermediate',
    queries: [
      {
        expr: `histogram_quantile(0.95, sum by (server_address, le) (rate(${DURATION}_bucket{job="$job"}[$__rate_interval])))`,
        legend: '{{server_address}}',
      },
    ],
  },
];

/** What others are told of the calls that the service makes. */
export const outgoingCalls: readonly Statement[] = [
  ...PANELS.map((panel) => contribute('dashboards.panels', panel)),
  contribute('alerts.rules', {
    name: 'OutgoingErrorRate',
    expr: `sum by (server_address) (rate(${FAILED}[5m]))
/ (sum by (server_address) (rate(${ALL}[5m])) > 0) > 0.1
and on (server_address) sum by (server_address) (increase(${ALL}[10m])) >= 20`,
    for: '10m',
    severity: 'ticket',
    tier: 'advanced',
    summary: '{{ $value | humanizePercentage }} of calls to {{ $labels.server_address }} fail',
    description:
      'More than a tenth of the calls to one host have had no answer, or a 5xx status, for ten minutes.',
    runbook: {
      meaning:
        'Another service that this one calls does not answer, or answers with a 5xx status, more than once in ten calls. Hosts with fewer than 20 calls in ten minutes are ignored.',
      impact: 'Requests that need the answer fail or are slow; retries add load on both sides.',
      diagnosis: `1. How does it fail? \`sum by (error_type) (rate(${ALL}[5m]))\`: a status, or a code such as \`ECONNREFUSED\`, \`ENOTFOUND\`, \`UND_ERR_CONNECT_TIMEOUT\`.
2. Do calls to other hosts fail, too? Then it is this side: network policy, DNS, certificates, a proxy.
3. Did it begin with a deployment, here or there?`,
      mitigation: `- Follow the runbook of that service, or tell those who run it.
- Switch off what needs it, or answer from a cache.
- Shorten the timeout, so that requests do not pile up behind it.`,
    },
  }),
];
