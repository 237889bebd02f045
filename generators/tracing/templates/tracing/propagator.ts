import type { TextMapPropagator } from '@opentelemetry/api';
import {
  CompositePropagator,
  W3CBaggagePropagator,
  W3CTraceContextPropagator,
} from '@opentelemetry/core';
import type { Settings } from '#host/telemetry/settings';

const KNOWN = ['tracecontext', 'baggage', 'none'] as const;

/** How traces cross from one service to the next: OTEL_PROPAGATORS. */
export function createPropagator(settings: Settings): TextMapPropagator {
  const chosen = settings.choices('OTEL_PROPAGATORS', KNOWN, ['tracecontext', 'baggage']);
  return new CompositePropagator({
    propagators: [
      ...(chosen.includes('tracecontext') ? [new W3CTraceContextPropagator()] : []),
      ...(chosen.includes('baggage') ? [new W3CBaggagePropagator()] : []),
    ],
  });
}
