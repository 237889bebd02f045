import { pino } from 'pino';
import { fieldsOf, type Logger, type LoggerOptions, levelOf } from '#host/logging/logger';
import { withoutSecrets } from '#host/logging/redacted';
import { gatheredOnStdout } from './gathered-on-stdout.ts';

/** Log with pino: one JSON object a line, on stdout. */
export function createLogger({ service, level, sources, write }: LoggerOptions): Logger {
  const options = {
    level: levelOf(level),
    messageKey: 'message',
    base: { 'service.name': service },
    timestamp: createTimestamp(),
    formatters: {
      level: (label: string) => ({ severity: label.toUpperCase() }),
      log: (fields: object) => withoutSecrets(fields) as Record<string, unknown>,
    },
    mixin: () => fieldsOf(sources),
    mixinMergeStrategy: withFields,
  };
  return pino(options, write === undefined ? gatheredOnStdout() : { write });
}

/** The fields of a line win. One that says all that the sources do, as that of a request, is not copied. */
function withFields(fields: object, more: object): object {
  for (const name in more) if (!(name in fields)) return { ...more, ...fields };
  return fields;
}

/** Print the date and the time of day once a second: each time would take as long as half a line. */
function createTimestamp(): () => string {
  let second = Number.NaN;
  let printed = '';
  return () => {
    const now = Date.now();
    const milliseconds = now % 1_000;
    if (now - milliseconds !== second) {
      second = now - milliseconds;
      printed = new Date(second).toISOString().slice(0, -4);
    }
    return `,"time":"${printed}${String(milliseconds).padStart(3, '0')}Z"`;
  };
}
