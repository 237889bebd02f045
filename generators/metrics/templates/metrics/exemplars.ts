import type { Attributes } from '@opentelemetry/api';
import { DURATION_BOUNDARIES } from '#host/metrics/boundaries';
import type { Exemplars } from './http-metrics.ts';

/** One traced request: how long it took, and when, in seconds since 1970. */
interface Exemplar {
  readonly traceId: string;
  readonly seconds: number;
  readonly at: number;
}

const BUCKET = /^(http_server_request_duration_seconds_bucket\{(.*),le="([^"]+)"\} \d+)$/gm;
const COUNTER = /^# HELP (\S+)_total (.*)\n(?:# UNIT \S+ (.*)\n)?# TYPE \1_total counter$/gm;

/**
 * Keep the last traced request of each bucket, and write metrics as OpenMetrics, which has room for them. OpenTelemetry's
 * SDK for JavaScript has no exemplars. There are never more than buckets.
 */
export function createExemplars(): Exemplars {
  const kept = new Map<string, Map<string, Exemplar>>();
  return {
    keep(attributes, seconds, traceId) {
      const labels = labelsOf(attributes);
      const buckets = kept.get(labels) ?? new Map<string, Exemplar>();
      buckets.set(boundOf(seconds), { traceId, seconds, at: Date.now() / 1_000 });
      kept.set(labels, buckets);
    },
    openMetrics: (text) => `${canonical(text).replace(BUCKET, withExemplar)}# EOF\n`,
  };

  function withExemplar(_line: string, sample: string, labels: string, bound: string): string {
    const exemplar = kept.get(labels)?.get(bound);
    if (exemplar === undefined) return sample;
    return `${sample} # {trace_id="${exemplar.traceId}"} ${exemplar.seconds} ${exemplar.at}`;
  }
}

/** The labels as Prometheus' text format has them. */
function labelsOf(attributes: Attributes): string {
  const escaped = (value: string) =>
    value.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/"/g, '\\"');
  return Object.entries(attributes)
    .map(([name, value]) => `${name.replace(/\W/g, '_')}="${escaped(String(value))}"`)
    .join(',');
}

/** The bound of the bucket that a duration falls into, as it is written. */
function boundOf(seconds: number): string {
  const bound = DURATION_BOUNDARIES.find((one) => seconds <= one);
  return bound === undefined ? '+Inf' : written(String(bound));
}

/** What OpenMetrics wants otherwise than the older format: names of counters, and bounds with a point. */
function canonical(text: string): string {
  const counter = (_lines: string, name: string, help: string, unit: string | undefined) =>
    `# HELP ${name} ${help}\n${unit === undefined ? '' : `# UNIT ${name} ${unit}\n`}# TYPE ${name} counter`;
  const bound = (_label: string, value: string) => `le="${written(value)}"}`;
  return text
    .replace(/^# TYPE (\S+)(?<!_total) counter$/gm, '# TYPE $1 unknown')
    .replace(COUNTER, counter)
    .replace(/le="(\d+)"\}/g, bound);
}

function written(bound: string): string {
  return /^\d+$/.test(bound) ? `${bound}.0` : bound;
}
