import { pino, stdTimeFunctions } from 'pino';
import { fieldsOf, type Logger, type LoggerOptions, levelOf } from '#host/logging/logger';
import { CENSOR, redacted } from '#host/logging/redacted';

/** Log with pino: one JSON object a line, on stdout. */
export function createLogger({ service, level, sources, write }: LoggerOptions): Logger {
  const options = {
    level: levelOf(level),
    messageKey: 'message',
    base: { 'service.name': service },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ severity: label.toUpperCase() }) },
    redact: { paths: redacted.flatMap(paths), censor: CENSOR },
    mixin: () => fieldsOf(sources),
  };
  return write === undefined ? pino(options) : pino(options, { write });
}

/** The field itself, and the field of anything on the line. */
function paths(name: string): readonly string[] {
  return /^\w+$/.test(name) ? [name, `*.${name}`] : [`["${name}"]`, `*["${name}"]`];
}
