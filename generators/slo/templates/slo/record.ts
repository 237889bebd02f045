/** The keys that are read, of slo.yaml and of OpenSLO. */
type Key =
  | 'alerts'
  | 'apiVersion'
  | 'availability'
  | 'bad'
  | 'buckets'
  | 'budgetingMethod'
  | 'description'
  | 'duration'
  | 'each'
  | 'errors'
  | 'filter'
  | 'good'
  | 'indicator'
  | 'indicatorRef'
  | 'isRolling'
  | 'kind'
  | 'latency'
  | 'metadata'
  | 'metric'
  | 'metricSource'
  | 'minimumRequests'
  | 'name'
  | 'objective'
  | 'objectives'
  | 'owner'
  | 'period'
  | 'query'
  | 'ratio'
  | 'ratioMetric'
  | 'service'
  | 'spec'
  | 'target'
  | 'targetPercent'
  | 'threshold'
  | 'timeWindow'
  | 'total';

/** What a YAML document holds, where it is a mapping. */
export type Data = Readonly<Partial<Record<Key, unknown>>>;

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list, or nothing. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text that is not empty, or nothing. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
