import { budgetOf } from './burn-windows.ts';
import { printDecimal } from './exact.ts';
import type { Objective } from './objective.ts';
import type { YamlValue } from './print-yaml.ts';
import { ofSlo, record, type SloLabels } from './recordings.ts';

/**
 * The calendar month so far, in UTC; what stands at its end is the report of the month. Requests are those that were
 * counted hour by hour, of the hours that began in the month of now.
 */
export function monthRecordings(objective: Objective, labels: SloLabels): readonly YamlValue[] {
  const slo = ofSlo(labels);
  const thisMonth = `month(vector(time() - 3600)) == on () month(timestamp(slo:objective:ratio${slo} @ end()))`;
  const overMonth = (metric: string) =>
    `sum_over_time((${metric}${slo} and on () (${thisMonth}))[31d:1h])`;
  const share = 'slo:sli_error:ratio_month';
  return [
    record(
      share,
      `${overMonth('slo:errors:increase1h')}\n/ (${overMonth('slo:requests:increase1h')} > 0)`,
      { ...labels, window: 'month' },
    ),
    record(
      'slo:month_error_budget_remaining:ratio',
      `1 - ${share}${slo} / ${printDecimal(budgetOf(objective))}`,
      labels,
    ),
  ];
}
