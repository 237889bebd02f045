import { destination, pino, stdTimeFunctions } from 'pino';
import { fieldsOf, type Logger, type LoggerOptions, levelOf } from '#host/logging/logger';
import { withoutSecrets } from '#host/logging/redacted';

/** Characters that are gathered before they are written. */
const GATHERED = 16_384;
/** How long a line waits at most, in milliseconds. */
const LONGEST_WAIT = 500;

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
  return pino(options, write === undefined ? gatheredOnStdout() : { write });
}

/** One write for each line would cost more than the line itself. What waits is written also when the process ends. */
function gatheredOnStdout() {
  const stdout = destination({ dest: 1, sync: true });
  let lines = '';
  const flushSync = (): void => {
    if (lines === '') return;
    const text = lines;
    lines = '';
    stdout.write(text);
  };
  setInterval(flushSync, LONGEST_WAIT).unref();
  process.once('exit', flushSync);
  return {
    write(line: string): void {
      lines += line;
      if (lines.length >= GATHERED) flushSync();
    },
    /** What pino calls after a fatal line. */
    flushSync,
  };
}
