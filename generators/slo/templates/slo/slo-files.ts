import { boundOf } from './bucket-bounds.ts';
import type { Finding } from './objective.ts';
import { printOpenSlo } from './open-slo.ts';
import { printYaml, type YamlValue } from './print-yaml.ts';
import { readSlo } from './read-slo.ts';
import { type RuleGroup, ruleGroups } from './rules.ts';
import { rulesTest } from './rules-test.ts';
import type { SloSettings } from './settings-type.ts';

/** A file that follows from slo.yaml; its path from the service's folder. */
export interface SloFile {
  readonly path: string;
  readonly text: string;
}

export interface SloFiles {
  /** Empty when there are faults. */
  readonly files: readonly SloFile[];
  readonly faults: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** What must be bounds of the buckets of the metric of every request. */
  readonly bounds: readonly number[];
}

const HEADER = '# Rendered from slo.yaml by `npm run slo:render`; edit that file instead.\n\n';
const RULES = 'slo.rules.yaml';

/** Everything that follows from slo.yaml: rules and alerts, their tests, and the same in OpenSLO's vocabulary. */
export function sloFiles(documents: readonly unknown[], settings: SloSettings): SloFiles {
  const { slo, faults, warnings } = readSlo(documents, settings.service, settings.bounds);
  if (faults.length > 0) return { files: [], faults, warnings, bounds: [] };
  const bounds = slo.objectives.flatMap(({ indicator }) => boundOf(indicator) ?? []);
  const groups = ruleGroups(slo, settings);
  const files = [
    file(`prometheus/${RULES}`, printYaml({ groups })),
    file('prometheus/slo.rules.test.yaml', printYaml(rulesTest(slo, groups, RULES, settings))),
    file('openslo.yaml', printOpenSlo(slo)),
    ...(settings.kubernetes
      ? [
          file(
            'kubernetes/slo.prometheus-rule.yaml',
            printYaml(prometheusRule(settings.service, groups)),
          ),
        ]
      : []),
  ];
  return { files, faults, warnings, bounds };
}

function file(path: string, text: string): SloFile {
  return { path: `observability/${path}`, text: HEADER + text };
}

/** The same rules for Prometheus Operator. */
function prometheusRule(service: string, groups: readonly RuleGroup[]): YamlValue {
  const name = service
    .replace(/^@[^/]*\//, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: `${name}-slo`, labels: { 'app.kubernetes.io/name': name } },
    spec: { groups },
  };
}
