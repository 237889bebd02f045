import { severitiesOf } from './burn-alerts.ts';
import { BURN_WINDOWS, thresholdOf } from './burn-windows.ts';
import { toNumber } from './exact.ts';
import type { Objective, Objectives } from './objective.ts';
import type { YamlValue } from './print-yaml.ts';
import type { RuleGroup } from './rules.ts';
import { sampleOf } from './sample-series.ts';
import type { SloSettings } from './settings-type.ts';

/** Requests in a minute of the tests: enough that no window is too small to judge. */
const PER_MINUTE = 600;

/** Tests of the rules for `promtool test rules`: quiet while all is well, and awake when everything fails. */
export function rulesTest(
  slo: Objectives,
  groups: readonly RuleGroup[],
  rulesFile: string,
  settings: SloSettings,
): YamlValue {
  return {
    rule_files: [rulesFile],
    evaluation_interval: '1m',
    group_eval_order: groups.map(({ name }) => name),
    tests: slo.objectives.flatMap((objective) =>
      testsOf(slo.service, objective, severitiesOf(objective, settings).includes('page')),
    ),
  };
}

function testsOf(service: string, objective: Objective, pages: boolean): readonly YamlValue[] {
  const name = (what: string) => `${objective.name}: ${what}`;
  const firing = `group by (severity) (ALERTS{alertname="SLOErrorBudgetBurn", alertstate="firing", service="${service}", slo="${objective.name}"})`;
  const good = seriesOf(objective, 0);
  const bad = seriesOf(objective, PER_MINUTE);
  // A selector that no single series can be made up for is left to tests of its own.
  if (good === undefined || bad === undefined) return [];
  const canPage =
    pages &&
    BURN_WINDOWS.some(
      (window) => window.severity === 'page' && toNumber(thresholdOf(window, objective)) < 1,
    );
  return [
    {
      name: name('quiet while every request is good'),
      interval: '1m',
      input_series: good,
      promql_expr_test: [{ expr: firing, eval_time: '2h', exp_samples: [] }],
    },
    ...(canPage
      ? [
          {
            name: name('pages when every request is bad'),
            interval: '1m',
            input_series: bad,
            promql_expr_test: [
              {
                expr: `${firing.replace('ALERTS{', 'ALERTS{severity="page", ')}`,
                eval_time: '1h10m',
                exp_samples: [{ labels: '{severity="page"}', value: 1 }],
              },
            ],
          },
        ]
      : []),
  ];
}

/** Series in which `badPerMinute` of the requests are bad. */
function seriesOf(
  { indicator }: Objective,
  badPerMinute: number,
): readonly YamlValue[] | undefined {
  const counted = indicator.kind === 'bad' ? indicator.bad : indicator.good;
  const perMinute = indicator.kind === 'bad' ? badPerMinute : PER_MINUTE - badPerMinute;
  const [all, part] = [sampleOf(indicator.total), sampleOf(counted)];
  if (all === undefined || part === undefined) return undefined;
  // Where the bad ones are counted among all, what is left are the others.
  const among = metricOf(all) === metricOf(part);
  const others = among ? PER_MINUTE - perMinute : PER_MINUTE;
  return [
    { series: all, values: `0+${others}x130` },
    ...(all === part ? [] : [{ series: part, values: `0+${perMinute}x130` }]),
  ];
}

function metricOf(series: string): string {
  return series.split('{', 1)[0] ?? series;
}
