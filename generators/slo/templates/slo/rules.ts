import { burnAlerts } from './burn-alerts.ts';
import { monthRecordings } from './month-recordings.ts';
import type { Objectives } from './objective.ts';
import type { YamlValue } from './print-yaml.ts';
import { budgetRecordings, type SloLabels, windowRecordings } from './recordings.ts';
import type { SloSettings } from './settings-type.ts';

/** A group of rules, evaluated one after the other. */
export interface RuleGroup {
  readonly [key: string]: YamlValue | undefined;
  readonly name: string;
  readonly interval?: string;
  readonly rules: readonly YamlValue[];
}

/** Groups for each objective: shares by window, the budget over the period, that of the month, and alerts. */
export function ruleGroups(slo: Objectives, settings: SloSettings): readonly RuleGroup[] {
  return slo.objectives.flatMap((objective) => {
    const labels: SloLabels = {
      service: slo.service,
      slo: objective.name,
      ...(slo.owner === undefined ? {} : { owner: slo.owner }),
    };
    const name = `slo-${objective.name}`;
    return [
      { name: `${name}-windows`, rules: windowRecordings(objective, labels) },
      // A period has many samples, and changes slowly.
      { name: `${name}-budget`, interval: '2m', rules: budgetRecordings(objective, labels) },
      ...(settings.monthlyReport
        ? [{ name: `${name}-month`, interval: '4m', rules: monthRecordings(objective, labels) }]
        : []),
      { name: `${name}-alerts`, rules: burnAlerts(objective, labels, settings) },
    ];
  });
}
