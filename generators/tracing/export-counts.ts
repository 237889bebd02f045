import { type Code, code, contribute, from, type Statement } from '@joinery/kit';

/** What becomes of spans, in the words that OpenTelemetry has for its own metrics. */
export function exportCounts(counts: Code): readonly Statement[] {
  const read = (symbol: string) => code`() => ${from(symbol, '#host/telemetry/export-counts')}(${counts})`;
  const of = { unit: '{span}', kind: 'counter' } as const;
  return [
    contribute('metrics.observations', {
      ...of,
      name: 'otel.sdk.exporter.span.exported',
      description: 'Spans that were sent; with `error_type` those that no collector took',
      observe: read('exportedItems'),
    }),
    contribute('metrics.observations', {
      ...of,
      name: 'otel.sdk.processor.span.processed',
      description: 'Spans that left the queue; with `error_type` those that had no room in it',
      observe: read('processedItems'),
    }),
    contribute('metrics.observations', {
      ...of,
      name: 'otel.sdk.processor.span.queue.size',
      description: 'Spans that wait to be sent',
      kind: 'gauge',
      observe: code`() => ${counts}.waiting`,
    }),
  ];
}
