import { type Level, type Logger, type LogMethod, loggerOf } from './logger.ts';

/** The methods of `console` that stand in. */
const CONSOLE = {
  trace: 'debug',
  debug: 'debug',
  info: 'info',
  warn: 'warn',
  error: 'error',
  fatal: 'error',
} as const satisfies Readonly<Record<Level, keyof Console>>;

let target: Logger | undefined;

/**
 * The service's log, for any file: it needs nothing of the platform, so it can be loaded before it and in a test without it.
 * Until the platform has made its log, lines go to `console`.
 */
export const logger: Logger = loggerOf(method);

/** Let {@link logger} write to the service's log from now on. */
export function useServiceLogger(serviceLogger: Logger): Logger {
  target = serviceLogger;
  return serviceLogger;
}

function method(level: Level): LogMethod {
  return (first: object | string, message?: string): void => {
    if (target === undefined) {
      console[CONSOLE[level]](...(typeof first === 'string' ? [first] : [message ?? '', first]));
    } else if (typeof first === 'string') target[level](first);
    else target[level](first, message);
  };
}
