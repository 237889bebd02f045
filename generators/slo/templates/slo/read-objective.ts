import type { Finding, Objective, Severity } from './objective.ts';
import { readIndicator } from './read-indicator.ts';
import { readPeriod } from './read-period.ts';
import { isData, listOf, textOf } from './record.ts';
import { eachFault, readEach, spread } from './spread.ts';
import { unknownKeys } from './unknown-keys.ts';

export interface ReadObjective {
  /** One, or one for each value of a label; none where there are faults. */
  readonly objectives: readonly Objective[];
  readonly faults: readonly Finding[];
  readonly warnings: readonly Finding[];
}

const KEYS = [
  'name',
  'description',
  'objective',
  'period',
  'availability',
  'latency',
  'ratio',
  'alerts',
  'each',
  'minimumRequests',
];

/** Read one entry of `objectives`. */
export function readObjective(entry: unknown, place: string, service: string): ReadObjective {
  if (!isData(entry)) {
    return {
      objectives: [],
      faults: [{ place, text: 'an objective is a mapping' }],
      warnings: [],
    };
  }
  const fault = (key: string, text: string): Finding => ({ place: `${place}.${key}`, text });
  const name = textOf(entry.name);
  const period = readPeriod(entry.period ?? '30d');
  const indicator = readIndicator(entry, place, service);
  const alerts = readAlerts(entry.alerts);
  const minimum = entry.minimumRequests;
  const each = readEach(entry.each);
  const faults = [
    ...unknownKeys(entry, KEYS, place),
    ...(name !== undefined && /^[a-z][a-z0-9-]*$/.test(name)
      ? []
      : [fault('name', 'a name is lower-case letters, digits and `-`, such as `availability`')]),
    ...(typeof entry.objective === 'number'
      ? []
      : [fault('objective', 'it must be a number of percent, such as `99.5`')]),
    ...(period === undefined
      ? [fault('period', 'a period is a number of days or weeks, such as `30d`')]
      : []),
    ...(alerts === 'wrong' ? [fault('alerts', 'alerts are a list of `page` and `ticket`')] : []),
    ...(minimum === undefined || (typeof minimum === 'number' && minimum >= 0)
      ? []
      : [fault('minimumRequests', 'it must be a number of requests')]),
    ...(each === 'wrong' ? [eachFault(place)] : []),
    ...indicator.faults,
  ];
  if (
    faults.length > 0 ||
    name === undefined ||
    period === undefined ||
    each === 'wrong' ||
    indicator.indicator === undefined
  ) {
    return { objectives: [], faults, warnings: [] };
  }
  const objective: Objective = {
    name,
    description: textOf(entry.description) ?? '',
    percent: String(entry.objective),
    period,
    indicator: indicator.indicator,
    ...(alerts === undefined || alerts === 'wrong' ? {} : { alerts }),
    ...(typeof minimum === 'number' ? { minimumRequests: minimum } : {}),
  };
  return { objectives: spread(objective, each), faults, warnings: indicator.warnings };
}

function readAlerts(value: unknown): readonly Severity[] | 'wrong' | undefined {
  if (value === undefined || value === null) return undefined;
  const severities = listOf(value).filter(isSeverity);
  return Array.isArray(value) && severities.length === value.length ? severities : 'wrong';
}

function isSeverity(value: unknown): value is Severity {
  return value === 'page' || value === 'ticket';
}
