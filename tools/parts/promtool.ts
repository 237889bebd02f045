import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** How a program of Prometheus ended, and what it said. */
export interface Said {
  readonly status: number | null;
  readonly output: string;
}

/** Run a program on files that are written into a folder of their own: name → text. */
export function runOn(
  files: Readonly<Record<string, string>>,
  command: readonly [string, ...string[]],
  input?: string,
): Said {
  const folder = mkdtempSync(join(tmpdir(), 'prometheus-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, basename(name)), text);
    const [program, ...words] = command;
    const { status, stdout, stderr } = spawnSync(program, words, { cwd: folder, encoding: 'utf8', input });
    return { status, output: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What happens to a service, and which alerts fire at which times: nothing is said about how the rules are written. */
export interface Scenario {
  readonly name: string;
  /** Between samples, and between evaluations: `1m`. */
  readonly step: string;
  /** Series → values in promtool's notation, `0+60x120`. */
  readonly series: Readonly<Record<string, string>>;
  /** Time → alerts that fire then, as `name/severity`, and no others. */
  readonly firing: Readonly<Record<string, readonly string[]>>;
  /** Look at alerts of this severity only. */
  readonly severity?: string;
  /** Time → expression → value. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Play scenarios against rules with `promtool test rules`. Scenarios of one step share a run. */
export function playScenarios(
  rules: Readonly<Record<string, string>>,
  groupOrder: readonly string[],
  scenarios: readonly Scenario[],
): Said {
  const steps = [...new Set(scenarios.map(({ step }) => step))];
  const tests = steps.map((step) => [
    `${step}.test.yaml`,
    JSON.stringify({
      rule_files: Object.keys(rules).map((path) => basename(path)),
      evaluation_interval: step,
      group_eval_order: groupOrder,
      tests: scenarios.filter((one) => one.step === step).map(testOf),
    }),
  ]);
  const names = tests.map(([name]) => String(name));
  return runOn({ ...rules, ...Object.fromEntries(tests) }, ['promtool', 'test', 'rules', ...names]);
}

function testOf({ name, step, series, firing, severity = '.+', values = {} }: Scenario) {
  const alerts = Object.entries(firing).map(([time, names]) => ({
    expr: `group by (alertname, severity) (ALERTS{alertstate="firing", severity=~"${severity}"})`,
    eval_time: time,
    exp_samples: names.map((one) => {
      const [alertname, severity] = one.split('/');
      return { labels: `{alertname="${alertname}", severity="${severity}"}`, value: 1 };
    }),
  }));
  const numbers = Object.entries(values).flatMap(([time, expected]) =>
    Object.entries(expected).map(([expr, value]) => ({
      // Compared to ten digits: sums of binary fractions depend on their order.
      expr: `round(sum(${expr}), 1e-10)`,
      eval_time: time,
      exp_samples: [{ labels: '{}', value }],
    })),
  );
  return {
    name,
    interval: step,
    input_series: Object.entries(series).map(([one, samples]) => ({ series: one, values: samples })),
    promql_expr_test: [...alerts, ...numbers],
  };
}
