import { REQUESTS } from './bucket-bounds.ts';
import type { Finding, Indicator } from './objective.ts';
import { type Data, isData, listOf, textOf } from './record.ts';
import { isSelector, selector } from './selector.ts';
import { unknownKeys } from './unknown-keys.ts';

export interface ReadIndicator {
  readonly indicator: Indicator | undefined;
  readonly faults: readonly Finding[];
  readonly warnings: readonly Finding[];
}

const KINDS = ['availability', 'latency', 'ratio'] as const;

const FAILED = 'http_response_status_code=~"5.."';
const NOT_FAILED = 'http_response_status_code!~"5.."';

/** Read what an objective measures: one of `availability`, `latency` and `ratio`. */
export function readIndicator(entry: Data, place: string, service: string): ReadIndicator {
  const kinds = KINDS.filter((kind) => kind in entry);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const text = `an objective measures exactly one of ${KINDS.join(', ')}; without one there is no metric`;
    return { indicator: undefined, faults: [{ place, text }], warnings: [] };
  }
  const data = entry[kind] ?? {};
  const inner = `${place}.${kind}`;
  if (!isData(data)) return wrong(inner, 'it must be a mapping');
  return READERS[kind](data, inner, service);
}

type Reader = (data: Data, place: string, service: string) => ReadIndicator;

const READERS: Readonly<Record<(typeof KINDS)[number], Reader>> = {
  availability: readAvailability,
  latency: readLatency,
  ratio: readRatio,
};

function readAvailability(data: Data, place: string, service: string): ReadIndicator {
  const metric = textOf(data.metric) ?? `${REQUESTS}_count`;
  const own = [`job="${service}"`, textOf(data.filter)];
  const total = selector(metric, own);
  const bad = selector(metric, [...own, textOf(data.errors) ?? FAILED]);
  const faults = [
    ...unknownKeys(data, ['metric', 'filter', 'errors'], place),
    ...[total, bad].filter((one) => !isSelector(one)).map((one) => noSelector(place, one)),
  ];
  return { indicator: { kind: 'bad', bad, total }, faults, warnings: [] };
}

function readLatency(data: Data, place: string, service: string): ReadIndicator {
  const metric = textOf(data.metric) ?? REQUESTS;
  const { threshold } = data;
  if (typeof threshold !== 'number' || !(threshold > 0))
    return wrong(`${place}.threshold`, 'it must be a number of seconds');
  const bounds = listOf(data.buckets).filter((bound): bound is number => typeof bound === 'number');
  const own = [`job="${service}"`, textOf(data.filter) ?? NOT_FAILED];
  const good = selector(`${metric}_bucket`, [...own, boundMatcher(threshold)]);
  const total = selector(`${metric}_count`, own);
  const unchecked = {
    place: `${place}.threshold`,
    text: `whether ${threshold} is a bound of the buckets of \`${metric}\` is not known; list them as \`buckets\``,
  };
  const faults = [
    ...unknownKeys(data, ['metric', 'filter', 'threshold', 'buckets'], place),
    ...(bounds.length === 0 || bounds.includes(threshold)
      ? []
      : [
          {
            place: `${place}.threshold`,
            text: `${threshold} s is no bound of the buckets ${bounds.join(', ')}`,
          },
        ]),
    ...[total, good].filter((one) => !isSelector(one)).map((one) => noSelector(place, one)),
  ];
  return {
    indicator: { kind: 'good', good, total, goodAlwaysThere: true },
    faults,
    warnings: bounds.length === 0 && metric !== REQUESTS ? [unchecked] : [],
  };
}

function readRatio(data: Data, place: string): ReadIndicator {
  const [bad, good, total] = [textOf(data.bad), textOf(data.good), textOf(data.total)];
  const faults = [
    ...unknownKeys(data, ['bad', 'good', 'total'], place),
    ...[bad, good, total]
      .filter((one) => one !== undefined && !isSelector(one))
      .map((one) => noSelector(place, one ?? '')),
  ];
  if (total === undefined)
    return wrong(`${place}.total`, 'it must select the counter of all requests');
  if (bad !== undefined && good === undefined)
    return { indicator: { kind: 'bad', bad, total }, faults, warnings: [] };
  if (good !== undefined && bad === undefined) {
    return {
      indicator: { kind: 'good', good, total, goodAlwaysThere: false },
      faults,
      warnings: [],
    };
  }
  return wrong(place, 'a ratio has `total` and exactly one of `bad` and `good`');
}

/** Prometheus 3 writes the bound 1 as `1.0`, earlier ones as `1`. */
function boundMatcher(bound: number): string {
  return Number.isInteger(bound) ? `le=~"${bound}(\\\\.0)?"` : `le="${bound}"`;
}

function noSelector(place: string, text: string): Finding {
  return {
    place,
    text: `\`${text}\` is no PromQL selector, such as \`orders_total{status="lost"}\``,
  };
}

function wrong(place: string, text: string): ReadIndicator {
  return { indicator: undefined, faults: [{ place, text }], warnings: [] };
}
