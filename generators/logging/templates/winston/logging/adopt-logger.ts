import { format, type Logger as Winston } from 'winston';
import {
  type FieldSource,
  fieldsOf,
  type Level,
  type Logger,
  type LogMethod,
  loggerOf,
} from '#host/logging/logger';
import { messageOf, printable } from '#host/logging/winston-fields';

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

  return loggerOf(method);
}
