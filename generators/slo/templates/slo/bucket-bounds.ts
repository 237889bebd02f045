import type { Finding, Indicator } from './objective.ts';

/** The metric of every request, whose buckets follow slo.yaml. */
export const REQUESTS = 'http_server_request_duration_seconds';

const BOUND = new RegExp(String.raw`^${REQUESTS}_bucket\{.*\ble=~?"([\d.e-]+?)(?:\(\\\\\.0\)\?)?"`);

/** The bound that a bucket of the metric of every request must have for an indicator to be measured. */
export function boundOf(indicator: Indicator): number | undefined {
  const [, bound] = (indicator.kind === 'good' ? BOUND.exec(indicator.good) : null) ?? [];
  return bound === undefined ? undefined : Number(bound);
}

/** A threshold between two bounds can be measured by neither. */
export function checkBound(
  indicator: Indicator,
  bounds: readonly number[],
  place: string,
): readonly Finding[] {
  const bound = boundOf(indicator);
  if (bound === undefined || bounds.includes(bound)) return [];
  const text = `${bound} s is no bound of the buckets ${bounds.join(', ')}: \`npx joinery apply\` makes it one, or add it to metrics/boundaries.ts yourself`;
  return [{ place, text }];
}
