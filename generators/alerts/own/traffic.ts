import type { AlertRule } from '@joinery/kit';

/** Fewer requests than this in ten minutes say nothing about a ratio or a percentile. */
const ENOUGH_REQUESTS = 20;

const COUNT = 'http_server_request_duration_seconds_count';
const BUCKET = 'http_server_request_duration_seconds_bucket';
const FAILED = 'http_response_status_code=~"5.."';

const enoughRequests = `and on () sum(increase(${COUNT}{job="$job"}[10m])) >= ${ENOUGH_REQUESTS}`;

/** What requests tell. Where objectives exist, those page, and a plain ratio becomes a hint to the cause. */
export function trafficAlerts(limits: {
  readonly errorRatio: number;
  readonly p99Seconds: number;
  readonly hasObjectives: boolean;
}): readonly AlertRule[] {
  return [highErrorRate(limits), highLatency(limits.p99Seconds)];
}

function highErrorRate(limits: { readonly errorRatio: number; readonly hasObjectives: boolean }): AlertRule {
  return {
    name: 'HighErrorRate',
    expr: `(
  (sum(rate(${COUNT}{job="$job", ${FAILED}}[5m])) or vector(0))
  / (sum(rate(${COUNT}{job="$job"}[5m])) > 0)
) > ${limits.errorRatio}
${enoughRequests}`,
    for: '10m',
    severity: limits.hasObjectives ? 'ticket' : 'page',
    summary: '{{ $value | humanizePercentage }} of requests fail',
    description: `More than ${percent(limits.errorRatio)} of requests have been answered with a 5xx status for ten minutes.`,
    runbook: {
      meaning: `More than ${percent(limits.errorRatio)} of all requests end with a 5xx status. Ratios of fewer than ${ENOUGH_REQUESTS} requests in ten minutes are ignored.`,
      impact: 'Callers get errors; some retry, which adds load.',
      diagnosis: `1. Which route and status? \`sum by (http_route, http_response_status_code) (rate(${COUNT}{job="$job", ${FAILED}}[5m]))\`
2. Since when? Compare with the last deployment: \`process_uptime_seconds{job="$job"}\`.
3. Read the error lines of the log for that route; each carries a trace id where tracing is on.
4. Does a dependency fail? \`GET /health/ready\` names it.`,
      mitigation: `- It began with a deployment: roll back.
- One dependency fails: switch off what needs it, or fail over.
- One route fails: take it out at the gateway if callers can do without.`,
    },
  };
}

function highLatency(seconds: number): AlertRule {
  return {
    name: 'HighLatencyP99',
    expr: `histogram_quantile(
  0.99,
  sum by (le) (rate(${BUCKET}{job="$job", http_response_status_code!~"5.."}[5m]))
) > ${seconds}
${enoughRequests}`,
    for: '10m',
    severity: 'ticket',
    summary: 'One request in a hundred takes longer than {{ $value | humanizeDuration }}',
    description: `The slowest hundredth of requests has taken more than ${seconds} s for ten minutes.`,
    runbook: {
      meaning: `The 99th percentile of the duration of requests that did not fail is above ${seconds} s.`,
      impact: 'Users wait; callers with short timeouts see errors that this service does not count.',
      diagnosis: `1. Which route? \`histogram_quantile(0.99, sum by (http_route, le) (rate(${BUCKET}{job="$job"}[5m])))\`
2. Is the event loop late (\`nodejs_eventloop_delay_p99_seconds{job="$job"}\`) or busy (\`nodejs_eventloop_utilization_ratio{job="$job"}\`)? Then the process itself is slow: look for synchronous work, large JSON, garbage collection.
3. If not, it waits for something: look at the duration of calls to dependencies, and at traces of the route.`,
      mitigation: `- Saturated: add instances.
- A dependency is slow: shorten its timeout, serve from a cache, or leave the optional part out.
- It began with a deployment: roll back.`,
    },
  };
}

function percent(ratio: number): string {
  return `${Number((ratio * 100).toFixed(4))} %`;
}
