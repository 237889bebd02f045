import type { Settings } from './settings.ts';

/** How one signal is encoded for a collector. */
export function otlpProtocol(
  settings: Settings,
  signal: 'LOGS' | 'METRICS' | 'TRACES',
): 'http/protobuf' | 'http/json' {
  const own = `OTEL_EXPORTER_OTLP_${signal}_PROTOCOL`;
  const name = settings.text(own) === undefined ? 'OTEL_EXPORTER_OTLP_PROTOCOL' : own;
  return settings.choice(name, ['http/protobuf', 'http/json'], 'http/protobuf');
}

/** The part of an exporter of any signal that is needed here. */
interface Exporter<Items> {
  export(items: Items, done: (result: ExportResult) => void): void;
}

interface ExportResult {
  /** 0 is success. */
  readonly code: number;
  readonly error?: Error;
}

/** Say once that a collector does not take what it is sent, and once that it does again. */
export function announceFailures<Items, E extends Exporter<Items>>(
  exporter: E & Exporter<Items>,
  what: string,
): E {
  const send = exporter.export.bind(exporter);
  let lost = 0;
  exporter.export = (items, done) => {
    send(items, (result) => {
      if (result.code !== 0 && lost++ === 0) {
        write(`${what} are not exported until the collector answers: ${reason(result.error)}`);
      } else if (result.code === 0 && lost > 0) {
        write(`${what} are exported again; ${lost} exports were lost`);
        lost = 0;
      }
      // It has been said; as a failure the SDK would say it at each export.
      done({ code: 0 });
    });
  };
  return exporter;
}

function reason(error: Error | undefined): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return [code, error?.message].filter(Boolean).join(' ') || 'unknown';
}

function write(text: string): void {
  process.stderr.write(`telemetry: ${text}\n`);
}
