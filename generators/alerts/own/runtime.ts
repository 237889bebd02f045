import type { AlertRule } from '@joinery/kit';

/** What Node.js tells of itself. */
export const RUNTIME_ALERTS: readonly AlertRule[] = [
  {
    name: 'EventLoopLagHigh',
    expr: 'nodejs_eventloop_delay_p99_seconds{job="$job"} > 0.2',
    for: '10m',
    severity: 'ticket',
    tier: 'intermediate',
    summary: 'The event loop of {{ $labels.instance }} is {{ $value | humanizeDuration }} late',
    description: 'Callbacks have waited for more than 0.2 s, one in a hundred, for ten minutes.',
    runbook: {
      meaning:
        'The 99th percentile of the delay of the event loop is above 0.2 s: something keeps the only thread busy.',
      impact: 'Every request of the instance waits, cheap ones and health probes too.',
      diagnosis: `1. Is it the load? Compare with the request rate and \`nodejs_eventloop_utilization_ratio{job="$job"}\`.
2. Take a CPU profile for thirty seconds: \`node --cpu-prof\`, or the inspector.
3. Usual causes: large \`JSON.parse\` or \`JSON.stringify\`, synchronous file access or cryptography, regular expressions that backtrack, garbage collection.`,
      mitigation: `- Add instances; that helps against load, not against one slow request.
- Take the route that does it out of service, or limit the size of what it takes.
- Move the work into a worker thread.`,
    },
  },
  {
    name: 'HeapNearLimit',
    expr: `sum by (instance) (v8js_memory_heap_used_bytes{job="$job"})
/ on (instance) v8js_memory_heap_limit_bytes{job="$job"} > 0.9`,
    for: '15m',
    severity: 'ticket',
    tier: 'intermediate',
    summary: 'The heap of {{ $labels.instance }} is {{ $value | humanizePercentage }} full',
    description:
      'The heap has been more than nine tenths full for 15 minutes; at its limit the process ends.',
    runbook: {
      meaning: 'Objects use more than 90 % of what V8 will give the process.',
      impact: 'Garbage collection takes ever more time; at the limit the process ends with an error.',
      diagnosis: `1. A slope or a plateau? \`sum by (instance) (v8js_memory_heap_used_bytes{job="$job"})\` over a day.
2. A slope is a leak: take two heap snapshots an hour apart (\`node --heapsnapshot-signal=SIGUSR2\`) and compare them.
3. A plateau near the limit is a limit that is too low for the load.`,
      mitigation: `- Restart one instance at a time; that buys as long as the slope took.
- Raise \`--max-old-space-size\`, and the container's limit with it.
- It began with a deployment: roll back.`,
    },
  },
  {
    name: 'SaturationHigh',
    expr: 'nodejs_eventloop_utilization_ratio{job="$job"} > 0.9',
    for: '15m',
    severity: 'ticket',
    tier: 'advanced',
    summary: '{{ $labels.instance }} has been {{ $value | humanizePercentage }} busy for 15 minutes',
    description: 'The event loop has been busy more than nine tenths of the time.',
    runbook: {
      meaning: 'The event loop is busy more than 90 % of the time: there is no room for a peak.',
      impact: 'Latency grows steeply from here on; the next peak queues.',
      diagnosis: `1. Did traffic grow (\`sum(rate(${'http_server_request_duration_seconds_count'}{job="$job"}[5m]))\`), or the cost of a request?
2. Is one instance busier than others? Then balancing is uneven.`,
      mitigation: `- Add instances.
- Limit or shed load at the edge.
- Find what a request costs with a CPU profile.`,
    },
  },
  {
    name: 'LabelOverflow',
    expr: 'increase(metrics_label_overflow_total{job="$job"}[1h]) > 0',
    for: '0m',
    severity: 'ticket',
    tier: 'advanced',
    summary: 'Some values of {{ $labels.label }} are counted together as `_other`',
    description: 'A label has more values than the service lets become series.',
    runbook: {
      meaning: 'More values of a label came than `METRICS_MAX_ROUTES` allows; the rest share `_other`.',
      impact: 'Nothing breaks: the guard protects Prometheus. But some routes are no longer told apart.',
      diagnosis:
        'List the values: `count by (http_route) (http_server_request_duration_seconds_count{job="$job"})`. Are there paths instead of templates among them?',
      mitigation:
        'Give the route a template, or raise `METRICS_MAX_ROUTES` if the service really has that many routes.',
    },
  },
];

/** Where health checks are measured. */
export const DEPENDENCY_ALERTS: readonly AlertRule[] = [
  {
    name: 'DependencyDown',
    expr: 'min by (check) (health_check_status{job="$job"}) == 0',
    for: '2m',
    severity: 'ticket',
    tier: 'advanced',
    summary: 'The health check {{ $labels.check }} fails',
    description: 'A dependency of the service has failed its health check for two minutes.',
    runbook: {
      meaning: 'The health check that the label names has failed for two minutes on at least one instance.',
      impact:
        'If the check is critical, the instance takes no traffic; else a part of the service does not work.',
      diagnosis: `1. \`GET /health/ready\` says what the check found, and since when.
2. Do all instances fail? Then it is the dependency. Does one? Then it is the network or the instance.`,
      mitigation: `- Follow the runbook of the dependency.
- Fail over, or switch off what needs it.`,
    },
  },
];
