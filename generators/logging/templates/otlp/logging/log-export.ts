import { type Context, isSpanContextValid, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { LoggerProvider } from '@opentelemetry/sdk-logs';
import {
  type FieldSource,
  fieldsOf,
  LEVELS,
  type Level,
  type Logger,
  type LogMethod,
  loggerOf,
} from '#host/logging/logger';
import { withoutSecrets } from '#host/logging/redacted';
import { createExportCounts, type ExportCounts } from '#host/telemetry/export-counts';
import type { Telemetry } from '#host/telemetry/telemetry';
import { logProcessor } from './log-processor.ts';

/** Sends the log to a collector besides. */
export interface LogExport {
  /** A log whose lines are sent, too; the same one where nothing is sent. */
  tee(logger: Logger, options: TeeOptions): Logger;
  /** What has become of the lines for a collector. */
  readonly counts: Readonly<ExportCounts>;
  /** Send what was not sent yet. */
  shutdown(): Promise<void>;
}

export interface TeeOptions {
  /** As the logger's own. */
  readonly level: string;
  readonly sources: readonly FieldSource[];
}

const KNOWN = ['otlp', 'none'] as const;

/** OpenTelemetry's numbers of the levels. */
const SEVERITY = {
  trace: 1,
  debug: 5,
  info: 9,
  warn: 13,
  error: 17,
  fatal: 21,
} as const satisfies Readonly<Record<Level, number>>;

/** Where the log goes besides stdout: OTEL_LOGS_EXPORTER. Lines wait in a bounded queue; what does not fit is dropped. */
export function createLogExport({
  serviceName,
  settings,
  resource,
  disabled,
}: Telemetry): LogExport {
  const counts = createExportCounts();
  const chosen = settings.choices('OTEL_LOGS_EXPORTER', KNOWN, ['none']);
  if (disabled || !chosen.includes('otlp')) {
    return { tee: (logger) => logger, counts, shutdown: () => Promise.resolve() };
  }
  const provider = new LoggerProvider({ resource, processors: [logProcessor(settings, counts)] });
  const records = provider.getLogger(serviceName);

  function send(level: Level, fields: object, message: string | undefined): void {
    const { trace_id, span_id, trace_flags, ...attributes } = attributesOf(withoutSecrets(fields));
    records.emit({
      timestamp: Date.now(),
      severityNumber: SEVERITY[level],
      severityText: level.toUpperCase(),
      body: message ?? String(attributes['exception.message'] ?? ''),
      attributes,
      context: contextOf(trace_id, span_id, trace_flags),
    });
  }

  function tee(logger: Logger, { level, sources }: TeeOptions): Logger {
    const word = level.trim().toLowerCase();
    const from: readonly string[] = LEVELS.slice(LEVELS.indexOf(known(word)));
    const method = (each: Level): LogMethod => {
      if (word === 'silent' || !from.includes(each)) return logger[each];
      return (first: object | string, message?: string): void => {
        if (typeof first === 'string') {
          logger[each](first);
          send(each, fieldsOf(sources), first);
        } else {
          logger[each](first, message);
          send(each, { ...fieldsOf(sources), ...first }, message);
        }
      };
    };
    return loggerOf(method);
  }

  return { tee, counts, shutdown: () => provider.shutdown() };
}

/** The level that a word names; the log has warned of others. */
function known(word: string): Level {
  return LEVELS.find((each) => each === word) ?? 'info';
}

type Attributes = Record<string, string | number | boolean>;

/** Plain values as they are, errors by OpenTelemetry's names, everything else as JSON. */
function attributesOf(fields: object): Attributes {
  const attributes: Attributes = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    if (value instanceof Error) {
      attributes['exception.type'] = value.name;
      attributes['exception.message'] = value.message;
      attributes['exception.stacktrace'] = value.stack ?? '';
    } else attributes[name] = plain(value);
  }
  return attributes;
}

function plain(value: unknown): Attributes[string] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** The trace that a line tells of; the access log is written when its request's own context is over. */
function contextOf(traceId: unknown, spanId: unknown, flags: unknown): Context {
  const span = {
    traceId: String(traceId ?? ''),
    spanId: String(spanId ?? ''),
    traceFlags: flags === '01' ? 1 : 0,
  };
  return isSpanContextValid(span) ? trace.setSpanContext(ROOT_CONTEXT, span) : ROOT_CONTEXT;
}
