import type { Attributes, Meter } from '@opentelemetry/api';
import { createLabelSets, createOverflow } from './label-sets.ts';
import { watchFetch } from './watch-fetch.ts';
import { watchHttp } from './watch-http.ts';

const BOUNDARIES = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

const METRIC = 'http.client.request.duration';

/** Hosts that get series of their own: who is called is often told by data, such as a webhook's address. */
const MAX_HOSTS = 50;

/** One call to another service that is over. */
export interface OutgoingCall {
  readonly method: string;
  /** Without port. */
  readonly host: string;
  /** Absent where no response came. */
  readonly status: number | undefined;
  readonly error: unknown;
  readonly durationMs: number;
}

/** Measure what the service asks of others, with `fetch`, undici, `node:http` or what builds on them. */
export function observeClient(meter: Meter): void {
  const measure = measureCalls(meter);
  watchFetch(measure);
  watchHttp(measure);
}

/** The HTTP client metrics of OpenTelemetry's semantic conventions. */
export function measureCalls(meter: Meter): (call: OutgoingCall) => void {
  const duration = meter.createHistogram(METRIC, {
    description: 'Duration of HTTP client requests',
    unit: 's',
    advice: { explicitBucketBoundaries: BOUNDARIES },
  });
  const overflow = createOverflow(meter);
  const labelSets = createLabelSets(METRIC, overflow);
  const hosts = new Set<string>();
  const cache = new Map<string, Attributes>();

  function bounded(host: string): string {
    if (hosts.has(host)) return host;
    if (hosts.size < MAX_HOSTS) {
      hosts.add(host);
      return host;
    }
    overflow.add(1, { metric: METRIC, label: 'server.address' });
    return '_other';
  }

  return (call) => {
    const address = bounded(call.host);
    const failure = failureOf(call);
    const key = `${call.method} ${address} ${call.status} ${failure}`;
    const seconds = call.durationMs / 1_000;
    const known = cache.get(key);
    if (known !== undefined) return duration.record(seconds, known);
    if (!labelSets.admits(key)) {
      const other = failure === undefined ? undefined : '_other';
      return duration.record(seconds, attributesOf('_OTHER', '_other', undefined, other));
    }
    const attributes = attributesOf(call.method, address, call.status, failure);
    cache.set(key, attributes);
    duration.record(seconds, attributes);
  };
}

function attributesOf(
  method: string,
  address: string,
  status: number | undefined,
  failure: string | undefined,
): Attributes {
  return {
    'http.request.method': method,
    'server.address': address,
    ...(status === undefined ? {} : { 'http.response.status_code': status }),
    ...(failure === undefined ? {} : { 'error.type': failure }),
  };
}

/** A status from 400 up, or a code such as `ECONNREFUSED`; never a message, which may hold anything. */
function failureOf({ status, error }: OutgoingCall): string | undefined {
  if (error === undefined)
    return status !== undefined && status < 400 ? undefined : String(status ?? 'closed');
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  return String(code ?? name ?? 'Error');
}
