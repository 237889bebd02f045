import { code, contribute, instance, type MetricObservation, type Statement } from '@joinery/kit';

type Count = 'circuit' | 'attempts' | 'retries' | 'rejections';

const COUNTERS = {
  attempts: 'Attempts to call an upstream.',
  retries: 'Attempts that repeated a call.',
  rejections: 'Calls refused here: the circuit was open, or too many were under way.',
};

const read = (count: Count) => code`() => ${instance('resilience')}.readings('${count}')`;

const circuit: MetricObservation = {
  name: 'upstream.circuit.state',
  description: 'The circuit of an upstream: 0 closed, 1 half open, 2 open.',
  unit: '{state}',
  kind: 'gauge',
  observe: read('circuit'),
};

const UNITS = { attempts: '{attempt}', retries: '{retry}', rejections: '{rejection}' } as const;

export const observability: readonly Statement[] = [
  contribute('metrics.observations', circuit),
  ...(['attempts', 'retries', 'rejections'] as const).map((count) =>
    contribute('metrics.observations', {
      name: `upstream.${count}`,
      description: COUNTERS[count],
      unit: UNITS[count],
      kind: 'counter',
      observe: read(count),
    }),
  ),
  contribute('alerts.rules', {
    name: 'UpstreamCircuitOpen',
    expr: 'max by (upstream) (upstream_circuit_state{job="$job"}) == 2',
    for: '2m',
    severity: 'ticket',
    summary: 'An upstream is not called any more',
    description: 'The circuit of an upstream has been open for two minutes.',
    runbook: {
      meaning:
        'The last calls to this upstream all failed or were too late, so calls are refused here at once.',
      impact: 'What needs this upstream is answered with 503 and `Retry-After`.',
      diagnosis:
        'Look at the upstream itself, at the way there (DNS, TLS, proxies), and at what this service logs of it.',
      mitigation:
        'Nothing is to be done here: one call is let through every ten seconds, and the first that succeeds closes the circuit.',
    },
  }),
  contribute('dashboards.panels', {
    name: 'upstream-circuits',
    row: 'Upstreams',
    title: 'Circuits of upstreams',
    description: '0 closed, 1 half open, 2 open: calls are refused here.',
    kind: 'state-timeline',
    unit: 'short',
    queries: [{ expr: 'max by (upstream) (upstream_circuit_state{job="$job"})', legend: '{{upstream}}' }],
    thresholds: { warning: 1, critical: 2 },
  }),
  contribute('dashboards.panels', {
    name: 'upstream-calls',
    row: 'Upstreams',
    title: 'Calls to upstreams',
    description: 'Attempts, and how many of them repeated a call.',
    kind: 'timeseries',
    unit: 'reqps',
    queries: [
      {
        expr: 'sum by (upstream) (rate(upstream_attempts_total{job="$job"}[$__rate_interval]))',
        legend: '{{upstream}}',
      },
      {
        expr: 'sum by (upstream) (rate(upstream_retries_total{job="$job"}[$__rate_interval]))',
        legend: '{{upstream}} repeated',
      },
    ],
  }),
];
