import { format, type Logger as Winston } from 'winston';
import {
  type FieldSource,
  fieldsOf,
  type Level,
  type Logger,
  type LogMethod,
} from '#host/logging/logger';
import { withoutSecrets } from '#host/logging/redacted';

/** Which of the service's own levels stand for ours, the best first. */
const OWN: Readonly<Record<Level, readonly string[]>> = {
  trace: ['trace', 'silly', 'verbose', 'debug'],
  debug: ['debug'],
  info: ['info'],
  warn: ['warn', 'warning'],
  error: ['error'],
  fatal: ['fatal', 'emerg', 'crit', 'error'],
};

/**
 * Log with the service's own winston: its level, its format, its transports. Every line of it, wherever it is written, also says
 * what the sources do.
 */
export function adoptLogger(own: Winston, sources: readonly FieldSource[]): Logger {
  const withFields = format((line) => Object.assign(line, { ...fieldsOf(sources), ...line }));
  own.format = format.combine(withFields(), own.format);

  function method(level: Level): LogMethod {
    const known = OWN[level].find((each) => each in own.levels) ?? 'info';
    return (first: object | string, message?: string): void => {
      const fields = typeof first === 'string' ? {} : printable(first);
      const said = typeof first === 'string' ? first : (message ?? messageOf(first));
      own.log({ ...fields, level: known, message: said });
    };
  }

  return {
    trace: method('trace'),
    debug: method('debug'),
    info: method('info'),
    warn: method('warn'),
    error: method('error'),
    fatal: method('fatal'),
  };
}

/** What is said without a message is what its error says, as with pino. */
function messageOf(fields: object): string {
  return 'err' in fields && fields.err instanceof Error ? fields.err.message : '';
}

/** Errors have no fields of their own that JSON would show. */
function printable(fields: object): object {
  const entries = Object.entries(withoutSecrets(fields)).map(([name, value]) => [
    name,
    value instanceof Error
      ? { type: value.name, message: value.message, stack: value.stack }
      : value,
  ]);
  return Object.fromEntries(entries);
}
