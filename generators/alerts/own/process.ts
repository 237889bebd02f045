import type { AlertRule } from '@joinery/kit';

/** What is known of the process from outside. */
export const PROCESS_ALERTS: readonly AlertRule[] = [
  {
    name: 'TargetDown',
    expr: 'up{job="$job"} == 0\nor absent(up{job="$job"})',
    for: '5m',
    severity: 'page',
    summary: '{{ with $labels.instance }}{{ . }} of {{ end }}$job cannot be scraped',
    description:
      'Prometheus has not reached an instance of the service, or does not know of any, for five minutes.',
    runbook: {
      meaning: 'Prometheus does not get an answer from `/metrics` of an instance, or has no instance to ask.',
      impact: 'The instance may be down. If it only cannot be scraped, no other alert of it can fire.',
      diagnosis: `1. Does the service answer? \`GET /livez\` and \`GET /readyz\` on the instance.
2. Prometheus' page *Status → Targets* says why a scrape failed: refused, timed out, or not found.
3. Is the port of the metrics (\`METRICS_PORT\`, 9464 unless set) reachable from Prometheus, and not only on 127.0.0.1 (\`METRICS_HOST\`)?`,
      mitigation: `- The process is gone: restart it, then read its last log lines.
- It hangs: take a heap snapshot or a CPU profile first if there is time, then restart.
- Only the scrape fails: correct the port, the address or the network policy.`,
    },
  },
  {
    name: 'ProcessRestarting',
    expr: 'resets(process_uptime_seconds{job="$job"}[30m]) > 2',
    for: '0m',
    severity: 'ticket',
    summary: '{{ $labels.instance }} restarted {{ $value }} times in half an hour',
    description: 'The process has started anew more than twice in thirty minutes.',
    runbook: {
      meaning: 'The uptime of one instance fell back more than twice in thirty minutes.',
      impact: 'Requests in flight are lost at each crash, and caches start cold.',
      diagnosis: `1. Why did it end? The last log lines before the start; exit code 137 is a kill, mostly for memory; 1 is an uncaught error.
2. Does memory climb before each end? \`process_memory_usage_bytes{job="$job"}\`
3. Does a liveness probe kill it? Look at the events of the container.`,
      mitigation: `- Out of memory: raise the limit, then look for the leak.
- It crashes at once: roll back, or correct the configuration that it rejects.
- The liveness probe is too strict: it must not depend on anything but the process.`,
    },
  },
  {
    name: 'MetricsMissing',
    expr: 'absent(process_uptime_seconds{job="$job"})\nand on () (sum(up{job="$job"}) > 0)',
    for: '10m',
    severity: 'ticket',
    tier: 'intermediate',
    summary: 'The service answers scrapes without its own metrics',
    description: 'The target is up, yet the metrics that all other alerts are made of are not there.',
    runbook: {
      meaning: 'A scrape succeeds, but `process_uptime_seconds`, which the service always has, is not in it.',
      impact: 'Every other alert of this service is blind.',
      diagnosis: `1. What does the target serve? \`GET /metrics\` by hand.
2. Was telemetry switched off (\`OTEL_SDK_DISABLED\`), or metrics renamed by an upgrade or by relabelling?
3. Does the scrape configuration point at another process?`,
      mitigation: 'Bring the names back. Until then watch the service by its logs and its health route.',
    },
  },
];
