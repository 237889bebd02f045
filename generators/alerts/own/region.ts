import type { AlertRule } from '@joinery/kit';

const COUNT = 'http_server_request_duration_seconds_count';
const FAILED = 'http_response_status_code=~"5.."';

/** One region that fails hides in the ratio of all. `label` is what tells regions apart. */
export function regionAlerts(label: string, errorRatio: number): readonly AlertRule[] {
  if (label === '') return [];
  const all = `${COUNT}{job="$job", ${label}!=""}`;
  const failed = `${COUNT}{job="$job", ${label}!="", ${FAILED}}`;
  return [
    {
      name: 'HighErrorRateInRegion',
      expr: `sum by (${label}) (rate(${failed}[5m]))
/ (sum by (${label}) (rate(${all}[5m])) > 0) > ${errorRatio}
and on (${label}) sum by (${label}) (increase(${all}[10m])) >= 20`,
      for: '10m',
      severity: 'page',
      tier: 'enterprise',
      summary: `{{ $value | humanizePercentage }} of requests fail in {{ $labels.${label} }}`,
      description:
        'More requests of one region than may have been answered with a 5xx status for ten minutes.',
      runbook: {
        meaning: `In one region (label \`${label}\`) more requests fail than \`HighErrorRate\` allows for all together. Regions with fewer than 20 requests in ten minutes are ignored.`,
        impact: 'Callers in that region get errors; the others may notice nothing.',
        diagnosis: `1. Is it one region? \`sum by (${label}) (rate(${failed}[5m]))\`
2. What does the region have of its own: a database, a certificate, a configuration, a version? \`count by (${label}, service_version) (target_info{job="$job"})\`
3. Did a deployment begin there?`,
        mitigation: `- Lead traffic to the other regions, if they have room for it.
- Roll that region back.`,
      },
    },
  ];
}
