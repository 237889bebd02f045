import { TraceFlags } from '@opentelemetry/api';
import type { SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace';

/** What has become of the spans that were to be sent to a collector. */
export interface SpanCounts {
  exported: number;
  /** The collector did not take them. */
  failed: number;
  /** There was no room for them in the queue. */
  dropped: number;
  /** In the queue. */
  waiting: number;
}

/** One number, with the label that tells it from others of the same metric. */
interface Reading {
  readonly value: number;
  readonly attributes?: Readonly<Record<string, string>>;
}

export function createSpanCounts(): SpanCounts {
  return { exported: 0, failed: 0, dropped: 0, waiting: 0 };
}

/** Count what an exporter is given, and whether it succeeds. */
export function countExports(exporter: SpanExporter, counts: SpanCounts): SpanExporter {
  const send = exporter.export.bind(exporter);
  exporter.export = (spans, done) => {
    counts.waiting -= spans.length;
    send(spans, (result) => {
      counts[result.code === 0 ? 'exported' : 'failed'] += spans.length;
      done(result);
    });
  };
  return exporter;
}

/** Count what waits, and what is dropped because as many wait as may. */
export function countQueued(
  processor: SpanProcessor,
  counts: SpanCounts,
  size: number,
): SpanProcessor {
  const enqueue = processor.onEnd.bind(processor);
  processor.onEnd = (span) => {
    if ((span.spanContext().traceFlags & TraceFlags.SAMPLED) === 0) return;
    if (counts.waiting >= size) {
      counts.dropped++;
      return;
    }
    counts.waiting++;
    enqueue(span);
  };
  return processor;
}

/** Spans that left the service, and those that a collector did not take. */
export function exportedSpans({ exported, failed }: SpanCounts): readonly Reading[] {
  return [{ value: exported }, { value: failed, attributes: { 'error.type': 'export_failed' } }];
}

/** Spans that were handed to the exporter, and those for which there was no room. */
export function processedSpans({ exported, failed, dropped }: SpanCounts): readonly Reading[] {
  return [
    { value: exported + failed },
    { value: dropped, attributes: { 'error.type': 'queue_full' } },
  ];
}
