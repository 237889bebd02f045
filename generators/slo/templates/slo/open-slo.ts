import { exact, fraction, printDecimal, times } from './exact.ts';
import type { Objective, Objectives } from './objective.ts';
import { printYaml } from './print-yaml.ts';

/** Write the objectives in the vocabulary of OpenSLO v1, for tools that read it. */
export function printOpenSlo(slo: Objectives): string {
  return slo.objectives
    .map((objective) => printYaml(resourceOf(slo.service, objective)))
    .join('---\n');
}

function resourceOf(service: string, { name, description, percent, period, indicator }: Objective) {
  const side =
    indicator.kind === 'bad' ? { bad: metric(indicator.bad) } : { good: metric(indicator.good) };
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name },
    spec: {
      service,
      ...(description === '' ? {} : { description }),
      indicator: {
        metadata: { name },
        spec: { ratioMetric: { counter: true, ...side, total: metric(indicator.total) } },
      },
      timeWindow: [{ duration: period.text, isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ target: Number(printDecimal(times(exact(percent), fraction(1, 100)))) }],
    },
  };
}

function metric(query: string) {
  return { metricSource: { type: 'Prometheus', spec: { query } } };
}
