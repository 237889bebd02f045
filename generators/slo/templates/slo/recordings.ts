import { budgetOf, RECORDED_WINDOWS } from './burn-windows.ts';
import { complement, printDecimal } from './exact.ts';
import type { Indicator, Objective } from './objective.ts';
import type { YamlValue } from './print-yaml.ts';

/** Labels that every series and alert of an objective has. */
export type SloLabels = { readonly service: string; readonly slo: string; readonly owner?: string };

/** Selects the series of one objective. */
export function ofSlo({ service, slo }: SloLabels): string {
  return `{service="${service}", slo="${slo}"}`;
}

/** The share of bad requests in each window, and what it is measured against. */
export function windowRecordings(objective: Objective, labels: SloLabels): readonly YamlValue[] {
  const constants = [
    record(
      'slo:objective:ratio',
      `vector(${printDecimal(complement(budgetOf(objective)))})`,
      labels,
    ),
    record('slo:error_budget:ratio', `vector(${printDecimal(budgetOf(objective))})`, labels),
    record('slo:time_period:days', `vector(${objective.period.hours / 24})`, labels),
  ];
  const windows = RECORDED_WINDOWS.map((window) =>
    record(`slo:sli_error:ratio_rate${window}`, badShare(objective.indicator, window), {
      ...labels,
      window,
    }),
  );
  const burning = record(
    'slo:current_burn_rate:ratio',
    `slo:sli_error:ratio_rate5m${ofSlo(labels)} / ${printDecimal(budgetOf(objective))}`,
    labels,
  );
  return [...constants, ...windows, burning];
}

/**
 * The budget over the whole period. Requests are counted hour by hour and summed, so that an hour of many requests weighs
 * more than an hour of few.
 */
export function budgetRecordings(objective: Objective, labels: SloLabels): readonly YamlValue[] {
  const { indicator, period } = objective;
  const overPeriod = (metric: string) => `sum_over_time(${metric}${ofSlo(labels)}[${period.text}])`;
  const share = 'slo:sli_error:ratio_period';
  return [
    record('slo:errors:increase1h', badCount(indicator, 'increase', '1h'), labels),
    record('slo:requests:increase1h', `sum(increase(${indicator.total}[1h]))`, labels),
    record(
      share,
      `${overPeriod('slo:errors:increase1h')}\n/ (${overPeriod('slo:requests:increase1h')} > 0)`,
      { ...labels, window: period.text },
    ),
    record(
      'slo:period_burn_rate:ratio',
      `${share}${ofSlo(labels)} / ${printDecimal(budgetOf(objective))}`,
      labels,
    ),
    record(
      'slo:period_error_budget_remaining:ratio',
      `1 - slo:period_burn_rate:ratio${ofSlo(labels)}`,
      labels,
    ),
  ];
}

/** A recording rule. */
export function record(
  name: string,
  expr: string,
  labels: Readonly<Record<string, string>>,
): YamlValue {
  return { record: name, expr, labels };
}

/** No bad requests are a share of 0; no requests at all are no share. */
function badShare(indicator: Indicator, window: string): string {
  return `${badCount(indicator, 'rate', window)}\n/ (sum(rate(${indicator.total}[${window}])) > 0)`;
}

function badCount(indicator: Indicator, count: 'rate' | 'increase', window: string): string {
  const sum = (selector: string) => `sum(${count}(${selector}[${window}]))`;
  if (indicator.kind === 'bad') return `(${sum(indicator.bad)} or vector(0))`;
  const good = sum(indicator.good);
  const sure = indicator.goodAlwaysThere ? good : `(${good} or vector(0))`;
  return `clamp_min(${sum(indicator.total)} - ${sure}, 0)`;
}
