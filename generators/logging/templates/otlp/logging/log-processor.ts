import { OTLPLogExporter as JsonExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPLogExporter as ProtobufExporter } from '@opentelemetry/exporter-logs-otlp-proto';
import {
  BatchLogRecordProcessor,
  type LogRecordExporter,
  type LogRecordProcessor,
} from '@opentelemetry/sdk-logs';
import { admits, countExports, type ExportCounts } from '#host/telemetry/export-counts';
import { announceFailures, otlpProtocol } from '#host/telemetry/exports';
import type { Settings } from '#host/telemetry/settings';

/** Sends lines to a collector. They wait in a bounded queue; what does not fit is dropped. */
export function logProcessor(settings: Settings, counts: ExportCounts): LogRecordProcessor {
  const json = otlpProtocol(settings, 'LOGS') === 'http/json';
  const maxQueueSize = settings.integer('OTEL_BLRP_MAX_QUEUE_SIZE', 2_048, 1);
  const batch = settings.integer('OTEL_BLRP_MAX_EXPORT_BATCH_SIZE', 512, 1);
  const exporter: LogRecordExporter = json ? new JsonExporter() : new ProtobufExporter();
  const counted = countExports(exporter, counts, ({ length }) => length);
  const processor = new BatchLogRecordProcessor({
    exporter: announceFailures(counted, 'logs'),
    maxQueueSize,
    maxExportBatchSize: Math.min(batch, maxQueueSize),
    scheduledDelayMillis: settings.integer('OTEL_BLRP_SCHEDULE_DELAY', 1_000),
    exportTimeoutMillis: settings.integer('OTEL_BLRP_EXPORT_TIMEOUT', 30_000, 1),
  });
  return countQueued(processor, counts, maxQueueSize);
}

/** Count what waits, and what is dropped because as many wait as may. */
function countQueued(
  processor: LogRecordProcessor,
  counts: ExportCounts,
  size: number,
): LogRecordProcessor {
  const enqueue = processor.onEmit.bind(processor);
  processor.onEmit = (record, active) => {
    if (admits(counts, size)) enqueue(record, active);
  };
  return processor;
}
