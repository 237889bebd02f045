import { destination, pino, stdTimeFunctions } from 'pino';
import { fieldsOf, type Logger, type LoggerOptions, levelOf } from '#host/logging/logger';
import { withoutSecrets } from '#host/logging/redacted';

/** Lines are gathered and written together; what waits is written at least twice a second, and when the process ends. */
const STDOUT = { dest: 1, sync: false, minLength: 4_096, periodicFlush: 500 };

/** Log with pino: one JSON object a line, on stdout. */
export function createLogger({ service, level, sources, write }: LoggerOptions): Logger {
  const options = {
    level: levelOf(level),
    messageKey: 'message',
    base: { 'service.name': service },
    timestamp: stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ severity: label.toUpperCase() }),
      log: (fields: object) => withoutSecrets(fields) as Record<string, unknown>,
    },
    mixin: () => fieldsOf(sources),
  };
  return pino(options, write === undefined ? destination(STDOUT) : { write });
}
