/** What has become of what was to be sent to a collector: spans, lines of the log, data points of metrics. */
export interface ExportCounts {
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

/** The part of an exporter of any signal that is needed here. */
interface Exporter<Items> {
  export(items: Items, done: (result: { readonly code: number }) => void): void;
}

export function createExportCounts(): ExportCounts {
  return { exported: 0, failed: 0, dropped: 0, waiting: 0 };
}

/** Count what an exporter is given, and whether it succeeds; `sizeOf` tells how much that is. */
export function countExports<Items, E extends Exporter<Items>>(
  exporter: E & Exporter<Items>,
  counts: ExportCounts,
  sizeOf: (items: Items) => number,
): E {
  const send = exporter.export.bind(exporter);
  exporter.export = (items, done) => {
    const size = sizeOf(items);
    counts.waiting = Math.max(0, counts.waiting - size);
    send(items, (result) => {
      counts[result.code === 0 ? 'exported' : 'failed'] += size;
      done(result);
    });
  };
  return exporter;
}

/** Whether there is room for one more in a queue of this size; it is counted either way. */
export function admits(counts: ExportCounts, size: number): boolean {
  if (counts.waiting >= size) {
    counts.dropped++;
    return false;
  }
  counts.waiting++;
  return true;
}

/** What left the service, and what a collector did not take. */
export function exportedItems({ exported, failed }: ExportCounts): readonly Reading[] {
  return [{ value: exported }, { value: failed, attributes: { 'error.type': 'export_failed' } }];
}

/** What was handed to the exporter, and what there was no room for. */
export function processedItems({ exported, failed, dropped }: ExportCounts): readonly Reading[] {
  return [
    { value: exported + failed },
    { value: dropped, attributes: { 'error.type': 'queue_full' } },
  ];
}
