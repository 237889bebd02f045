import { type LoggerService, Logger as NestLogger } from '@nestjs/common';
import type { Level, Logger } from '#host/logging/logger';

const LEVELS = {
  verbose: 'trace',
  debug: 'debug',
  log: 'info',
  warn: 'warn',
  error: 'error',
  fatal: 'fatal',
} as const satisfies Readonly<Record<string, Level>>;

/** Let Nest's `Logger`, wherever it is used, write to the service's log. */
export function useForNest(logger: Logger): LoggerService {
  const service: LoggerService = {
    verbose: method('verbose'),
    debug: method('debug'),
    log: method('log'),
    warn: method('warn'),
    error: method('error'),
    fatal: method('fatal'),
  };
  NestLogger.overrideLogger(service);
  return service;

  function method(name: keyof typeof LEVELS) {
    return (message: unknown, ...rest: readonly unknown[]): void => {
      logger[LEVELS[name]](fieldsFrom(name, message, rest), textOf(message));
    };
  }
}

/** Nest hands over what it likes, then a stack in front of the name of who logs. */
function fieldsFrom(name: string, message: unknown, rest: readonly unknown[]): object {
  const context = rest[rest.length - 1];
  const [stack] = name === 'error' && rest.length > 1 ? rest : [];
  return {
    ...(typeof message === 'object' && message !== null ? own(message) : {}),
    ...(typeof context === 'string' ? { context } : {}),
    ...(typeof stack === 'string' ? { stack } : {}),
  };
}

function own(message: object): object {
  return message instanceof Error ? { err: message } : message;
}

function textOf(message: unknown): string {
  if (message instanceof Error) return message.message;
  return typeof message === 'string' ? message : '';
}
