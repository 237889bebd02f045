import { type Code, code, contribute, from, type Statement } from '@joinery/kit';

/** What becomes of the log's lines for a collector, in the words that OpenTelemetry has for its own metrics. */
export function exportCounts(counts: Code): readonly Statement[] {
  const read = (symbol: string) => code`() => ${from(symbol, '#host/telemetry/export-counts')}(${counts})`;
  const of = { unit: '{log_record}', kind: 'counter' } as const;
  return [
    contribute('metrics.observations', {
      ...of,
      name: 'otel.sdk.exporter.log.exported',
      description: 'Lines of the log that were sent; with `error_type` those that no collector took',
      observe: read('exportedItems'),
    }),
    contribute('metrics.observations', {
      ...of,
      name: 'otel.sdk.processor.log.processed',
      description: 'Lines that left the queue; with `error_type` those that had no room in it',
      observe: read('processedItems'),
    }),
    contribute('metrics.observations', {
      ...of,
      name: 'otel.sdk.processor.log.queue.size',
      description: 'Lines of the log that wait to be sent',
      kind: 'gauge',
      observe: code`() => ${counts}.waiting`,
    }),
  ];
}
