import type { Finding, Indicator, Objective } from './objective.ts';
import { isData, listOf } from './record.ts';

/** More of them would be rules by the hundred: each value has an objective, with all that follows from it. */
const MOST_VALUES = 20;

/** One promise for each value of a label. */
export interface Each {
  readonly label: string;
  readonly values: readonly string[];
}

/** Read `each: { region: [eu, us] }`: one label, and the values that it may have. */
export function readEach(value: unknown): Each | 'wrong' | undefined {
  if (value === undefined || value === null) return undefined;
  const [entry, ...rest] = isData(value) ? Object.entries(value) : [];
  if (entry === undefined || rest.length > 0) return 'wrong';
  const [label, given] = entry;
  const values = listOf(given).filter((one): one is string => typeof one === 'string');
  const fits =
    /^[a-zA-Z_]\w*$/.test(label) &&
    values.length > 0 &&
    values.length <= MOST_VALUES &&
    values.length === listOf(given).length &&
    values.every((one) => /^[\w/:.-]+$/.test(one) && nameOf(one) !== '');
  return fits ? { label, values } : 'wrong';
}

/** What `each` must be. */
export function eachFault(place: string): Finding {
  const text = `\`each\` is one label and up to ${MOST_VALUES} of its values, such as \`region: [eu, us]\``;
  return { place: `${place}.each`, text };
}

/** Make an objective of each value, measured by the series that have it. */
export function spread(objective: Objective, each: Each | undefined): readonly Objective[] {
  if (each === undefined) return [objective];
  return each.values.map((value) => ({
    ...objective,
    name: `${objective.name}-${nameOf(value)}`,
    indicator: within(objective.indicator, `${each.label}="${value}"`),
  }));
}

function within(indicator: Indicator, matcher: string): Indicator {
  const total = withMatcher(indicator.total, matcher);
  return indicator.kind === 'bad'
    ? { ...indicator, total, bad: withMatcher(indicator.bad, matcher) }
    : { ...indicator, total, good: withMatcher(indicator.good, matcher) };
}

function withMatcher(selector: string, matcher: string): string {
  if (!selector.includes('{')) return `${selector}{${matcher}}`;
  const empty = /\{\s*\}$/.test(selector);
  return selector.replace(/\{\s*/, empty ? `{${matcher}` : `{${matcher}, `);
}

function nameOf(value: string): string {
  return value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
