import type { AlertRule } from '@joinery/kit';

/** What is seen from outside, by a blackbox exporter that Prometheus scrapes under the job `probe`. */
export function probeAlerts(probe: string): readonly AlertRule[] {
  return probe === '' ? [] : [syntheticProbe(probe), certificateExpiry(probe)];
}

function syntheticProbe(probe: string): AlertRule {
  return {
    name: 'SyntheticProbeFailed',
    expr: `max by (instance) (probe_success{job="${probe}"}) == 0\nor absent(probe_success{job="${probe}"})`,
    for: '5m',
    severity: 'page',
    tier: 'enterprise',
    summary: '{{ with $labels.instance }}{{ . }}{{ else }}the service{{ end }} does not answer from outside',
    description: 'A request from outside has failed for five minutes, or nobody makes it any more.',
    runbook: {
      meaning: `The probe \`${probe}\` asks the service as its users do. It gets no good answer, or Prometheus knows of no probe.`,
      impact: 'Users cannot reach the service, whatever it says of itself.',
      diagnosis: `1. Does the service see traffic, and answer it well? Then what stands before it fails: DNS, certificate, balancer, gateway.
2. \`probe_http_status_code{job="${probe}"}\`, \`probe_dns_lookup_time_seconds{job="${probe}"}\` and \`probe_http_duration_seconds{job="${probe}"}\` tell how far the probe came.
3. Is it the prober? \`up{job="${probe}"}\``,
      mitigation: `- Mend or go round what stands before the service.
- The service itself is down: see [TargetDown](target-down.md).`,
    },
  };
}

function certificateExpiry(probe: string): AlertRule {
  return {
    name: 'CertificateExpiry',
    expr: `min by (instance) (probe_ssl_earliest_cert_expiry{job="${probe}"}) - time() < 14 * 86400`,
    for: '1h',
    severity: 'ticket',
    tier: 'enterprise',
    summary: 'The certificate of {{ $labels.instance }} ends in {{ $value | humanizeDuration }}',
    description: 'A certificate of the chain that clients see ends within fourteen days.',
    runbook: {
      meaning:
        'The first certificate of the chain to end does so within fourteen days. What renews it should have by now.',
      impact: 'None yet. From that moment on no client connects.',
      diagnosis: `1. Which one of the chain? \`openssl s_client -connect <host>:443 -showcerts\`
2. Why was it not renewed: a failed challenge, a limit of the authority, a store that was not reloaded?`,
      mitigation: 'Renew it, reload what serves it, and look at the probe again.',
    },
  };
}
