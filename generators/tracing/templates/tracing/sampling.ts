import { type Context, createContextKey, type SpanContext, TraceFlags } from '@opentelemetry/api';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';
import type { Settings } from '#host/telemetry/settings';

export interface Sampling {
  /** Whether a request is traced, decided before anything is made for it. */
  decide(parent: SpanContext | undefined): boolean;
  /** A context in which a span that starts is traced, because that was decided already. */
  force(parent: Context): Context;
  /** For spans that start without a request. */
  readonly sampler: Sampler;
}

const KNOWN = [
  'parentbased_traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'traceidratio',
  'always_on',
  'always_off',
] as const;

const DECIDED = createContextKey('sampling decided');

/** Which requests are traced: OTEL_TRACES_SAMPLER and OTEL_TRACES_SAMPLER_ARG. */
export function createSampling(settings: Settings, usualRatio: number): Sampling {
  const name = settings.choice('OTEL_TRACES_SAMPLER', KNOWN, 'parentbased_traceidratio');
  const parentBased = name.startsWith('parentbased_');
  const ratio = ratioOf(name, settings, usualRatio);
  const root = rootSampler(ratio);
  const usual = parentBased ? new ParentBasedSampler({ root }) : root;
  return {
    decide: (parent) =>
      parentBased && parent !== undefined
        ? (parent.traceFlags & TraceFlags.SAMPLED) !== 0
        : Math.random() < ratio,
    force: (parent) => parent.setValue(DECIDED, true),
    sampler: {
      toString: () => `${name}{${ratio}}`,
      shouldSample: (active, ...rest) =>
        active.getValue(DECIDED) === true
          ? { decision: SamplingDecision.RECORD_AND_SAMPLED }
          : usual.shouldSample(active, ...rest),
    },
  };
}

function ratioOf(name: (typeof KNOWN)[number], settings: Settings, usual: number): number {
  if (name.endsWith('always_on')) return 1;
  if (name.endsWith('always_off')) return 0;
  return settings.ratio('OTEL_TRACES_SAMPLER_ARG', usual);
}

function rootSampler(ratio: number): Sampler {
  if (ratio === 1) return new AlwaysOnSampler();
  return ratio === 0 ? new AlwaysOffSampler() : new TraceIdRatioBasedSampler(ratio);
}

/** Everything while developing, a tenth in staging, and elsewhere what the service has chosen. */
export function usualRatio(environment: string, elsewhere: number): number {
  if (environment === 'development') return 1;
  return environment === 'staging' ? 0.1 : elsewhere;
}
