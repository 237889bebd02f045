import { TraceFlags } from '@opentelemetry/api';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  BatchSpanProcessor,
  ConsoleSpanExporter,
  type SpanExporter,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace';
import { admits, countExports, type ExportCounts } from '#host/telemetry/export-counts';
import { announceFailures, otlpProtocol } from '#host/telemetry/exports';
import type { Settings } from '#host/telemetry/settings';

const KNOWN = ['otlp', 'console', 'none'] as const;

/** Where spans go: OTEL_TRACES_EXPORTER. They wait in a bounded queue; what does not fit is dropped. */
export function spanProcessors(settings: Settings, counts: ExportCounts): SpanProcessor[] {
  const chosen = settings.choices('OTEL_TRACES_EXPORTER', KNOWN, ['otlp']);
  const bounds = queue(settings);
  const batch = (exporter: SpanExporter) => new BatchSpanProcessor({ exporter, ...bounds });
  return [
    ...(chosen.includes('otlp')
      ? [countQueued(batch(otlpExporter(settings, counts)), counts, bounds.maxQueueSize)]
      : []),
    ...(chosen.includes('console') ? [batch(new ConsoleSpanExporter())] : []),
  ];
}

function otlpExporter(settings: Settings, counts: ExportCounts): SpanExporter {
  const json = otlpProtocol(settings, 'TRACES') === 'http/json';
  const exporter: SpanExporter = json ? new JsonExporter() : new ProtobufExporter();
  return announceFailures(
    countExports(exporter, counts, ({ length }) => length),
    'traces',
  );
}

/** Count what waits, and what is dropped because as many wait as may. */
function countQueued(processor: SpanProcessor, counts: ExportCounts, size: number): SpanProcessor {
  const enqueue = processor.onEnd.bind(processor);
  processor.onEnd = (span) => {
    const sampled = (span.spanContext().traceFlags & TraceFlags.SAMPLED) !== 0;
    if (sampled && admits(counts, size)) enqueue(span);
  };
  return processor;
}

function queue(settings: Settings) {
  const maxQueueSize = settings.integer('OTEL_BSP_MAX_QUEUE_SIZE', 2_048, 1);
  const batch = settings.integer('OTEL_BSP_MAX_EXPORT_BATCH_SIZE', 512, 1);
  return {
    maxQueueSize,
    maxExportBatchSize: Math.min(batch, maxQueueSize),
    scheduledDelayMillis: settings.integer('OTEL_BSP_SCHEDULE_DELAY', 5_000),
    exportTimeoutMillis: settings.integer('OTEL_BSP_EXPORT_TIMEOUT', 30_000, 1),
  };
}
