import { Writable } from 'node:stream';
import { config, createLogger as createWinston, format, transports } from 'winston';
import {
  fieldsOf,
  LEVELS,
  type Level,
  type Logger,
  type LoggerOptions,
  type LogMethod,
  levelOf,
  loggerOf,
} from '#host/logging/logger';
import { messageOf, printable } from '#host/logging/winston-fields';

/** The most severe is 0. */
const NUMBERS = Object.fromEntries([...LEVELS].reverse().map((level, index) => [level, index]));

/** Log with winston: one JSON object a line, on stdout. */
export function createLogger({ service, level, sources, write }: LoggerOptions): Logger {
  const chosen = levelOf(level);
  const output =
    write === undefined
      ? new transports.Console({ stderrLevels: [], consoleWarnLevels: [] })
      : new transports.Stream({ stream: writable(write) });
  const winston = createWinston({
    levels: { ...config.npm.levels, ...NUMBERS },
    level: chosen === 'silent' ? 'fatal' : chosen,
    silent: chosen === 'silent',
    format: format.printf((line) => JSON.stringify(line)),
    transports: [output],
  });

  function method(each: Level): LogMethod {
    return (first: object | string, second?: string): void => {
      const [fields, message] = typeof first === 'string' ? [{}, first] : [first, second];
      const line = {
        severity: each.toUpperCase(),
        time: new Date().toISOString(),
        'service.name': service,
        ...fieldsOf(sources),
        ...printable(fields),
      };
      winston.log({ ...line, level: each, message: message ?? messageOf(fields) });
    };
  }

  return loggerOf(method);
}

function writable(write: (line: string) => void): NodeJS.WritableStream {
  return new Writable({
    write(chunk, _encoding, done) {
      write(String(chunk));
      done();
    },
  });
}
