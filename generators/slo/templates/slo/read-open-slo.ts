import { exact, fraction, printDecimal, times } from './exact.ts';
import type { Finding, Indicator, Objective } from './objective.ts';
import type { ReadForm } from './read-form.ts';
import { readPeriod } from './read-period.ts';
import { type Data, isData, listOf, textOf } from './record.ts';
import { isSelector } from './selector.ts';

const VERSION = 'openslo/v1';

/** Whether slo.yaml is written in the vocabulary of OpenSLO. */
export function isOpenSlo(documents: readonly unknown[]): boolean {
  return documents.some(
    (document) => isData(document) && String(document.apiVersion).startsWith('openslo'),
  );
}

/**
 * Read objectives of OpenSLO v1: rolling periods, the budgeting method Occurrences, and a ratio of two Prometheus counters.
 * What else OpenSLO can say is refused.
 */
export function readOpenSlo(documents: readonly unknown[], fallback: string): ReadForm {
  const resources = documents.filter(isData);
  const indicators = new Map(
    resources
      .filter(({ kind }) => kind === 'SLI')
      .map((one) => [nameOf(one), isData(one.spec) ? one.spec : {}] as const),
  );
  const objectives = resources
    .map((resource, index) => ({ resource, place: `slo.yaml#[${index}]` }))
    .filter(({ resource }) => resource.kind === 'SLO');
  const faults: Finding[] = resources.flatMap(({ apiVersion }, index) =>
    apiVersion === VERSION
      ? []
      : [
          {
            place: `slo.yaml#[${index}].apiVersion`,
            text: `only ${VERSION} can be read, not ${String(apiVersion)}`,
          },
        ],
  );
  const read = objectives.map(({ resource, place }) => readResource(resource, place, indicators));
  const usable = read.flatMap(({ objective }, index) =>
    objective === undefined ? [] : [{ objective, place: objectives[index]?.place ?? '' }],
  );
  const spec = objectives[0]?.resource.spec;
  return {
    slo: {
      service: (isData(spec) ? textOf(spec.service) : undefined) ?? fallback,
      objectives: usable.map(({ objective }) => objective),
    },
    places: usable.map(({ place }) => `${place}.spec`),
    faults: [
      ...faults,
      ...(objectives.length === 0
        ? [{ place: 'slo.yaml', text: 'it holds no resource of kind SLO' }]
        : []),
      ...read.flatMap((one) => one.faults),
    ],
    warnings: [],
  };
}

interface Read {
  readonly objective: Objective | undefined;
  readonly faults: readonly Finding[];
}

function readResource(resource: Data, place: string, indicators: ReadonlyMap<string, Data>): Read {
  const spec = isData(resource.spec) ? resource.spec : {};
  const unsupported = refusals(spec, place);
  if (unsupported.length > 0) return { objective: undefined, faults: unsupported };
  const [target] = listOf(spec.objectives);
  const percent = percentOf(isData(target) ? target : {});
  const [window] = listOf(spec.timeWindow);
  const period = readPeriod(isData(window) ? window.duration : undefined);
  const inline =
    isData(spec.indicator) && isData(spec.indicator.spec) ? spec.indicator.spec : undefined;
  const indicator = indicatorOf(inline ?? indicators.get(textOf(spec.indicatorRef) ?? '') ?? {});
  const faults: Finding[] = [
    ...(percent === undefined
      ? [{ place: `${place}.spec.objectives[0].target`, text: 'it must be a number' }]
      : []),
    ...(period === undefined
      ? [
          {
            place: `${place}.spec.timeWindow[0].duration`,
            text: 'a period is a number of days or weeks, such as `30d`',
          },
        ]
      : []),
    ...(indicator === undefined
      ? [
          {
            place: `${place}.spec.indicator`,
            text: 'an indicator is a `ratioMetric` of two Prometheus counters, `total` and one of `bad` and `good`, each a selector',
          },
        ]
      : []),
  ];
  if (percent === undefined || period === undefined || indicator === undefined) {
    return { objective: undefined, faults };
  }
  const description = textOf(spec.description) ?? '';
  return { objective: { name: nameOf(resource), description, percent, period, indicator }, faults };
}

/** What OpenSLO can say and alerts on burn rates cannot. */
function refusals(spec: Data, place: string): readonly Finding[] {
  const method = textOf(spec.budgetingMethod) ?? 'Occurrences';
  const objectives = listOf(spec.objectives).filter(isData);
  const windows = listOf(spec.timeWindow).filter(isData);
  const checks: readonly (readonly [boolean, string, string])[] = [
    [
      method !== 'Occurrences',
      'budgetingMethod',
      `${method} counts periods of time; only Occurrences, which counts requests, can be watched with burn rates`,
    ],
    [
      objectives.length > 1 ||
        objectives.some(
          (one) => 'compositeWeight' in one || 'indicator' in one || 'indicatorRef' in one,
        ),
      'objectives',
      'a composite of several objectives has no single error budget; write one SLO for each',
    ],
    [
      windows.some((window) => window.isRolling === false || 'calendar' in window),
      'timeWindow',
      'a calendar period starts each month with a full budget; only rolling periods can be recorded',
    ],
  ];
  return checks
    .filter(([refused]) => refused)
    .map(([, key, text]) => ({ place: `${place}.spec.${key}`, text }));
}

function percentOf({ target, targetPercent }: Data): string | undefined {
  if (typeof targetPercent === 'number') return String(targetPercent);
  return typeof target === 'number'
    ? printDecimal(times(exact(String(target)), fraction(100, 1)))
    : undefined;
}

function indicatorOf(spec: Data): Indicator | undefined {
  const ratio = isData(spec.ratioMetric) ? spec.ratioMetric : {};
  const [bad, good, total] = [queryOf(ratio.bad), queryOf(ratio.good), queryOf(ratio.total)];
  if (total === undefined) return undefined;
  if (bad !== undefined && good === undefined) return { kind: 'bad', bad, total };
  if (good === undefined || bad !== undefined) return undefined;
  return { kind: 'good', good, total, goodAlwaysThere: /_bucket\b/.test(good) };
}

/** A selector, or `sum(rate(selector[…]))` around one. */
function queryOf(metric: unknown): string | undefined {
  const source = isData(metric) && isData(metric.metricSource) ? metric.metricSource : {};
  const query = isData(source.spec) ? textOf(source.spec.query) : undefined;
  const rate = /^sum\s*\(\s*(?:rate|increase)\s*\((.+)\[[^\]]+\]\s*\)\s*\)$/.exec(query ?? '');
  const found = rate?.[1]?.trim() ?? query;
  return found !== undefined && isSelector(found) ? found : undefined;
}

function nameOf({ metadata }: Data): string {
  return (isData(metadata) ? textOf(metadata.name) : undefined) ?? '';
}
