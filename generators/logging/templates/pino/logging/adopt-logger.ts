import { symbols } from 'pino';
import {
  type FieldSource,
  fieldsOf,
  type Level,
  type Logger,
  type LogMethod,
  loggerOf,
} from '#host/logging/logger';
import { withoutSecrets } from '#host/logging/redacted';

type Mixin = (fields: object, level: number, logger: unknown) => object;

/**
 * Log with the service's own pino: its level, its format, its destination. Every line of it, wherever it is written, also says
 * what the sources do.
 */
export function adoptLogger(own: Logger, sources: readonly FieldSource[]): Logger {
  const before: Mixin | undefined = Reflect.get(own, symbols.mixinSym);
  const mixin: Mixin = (...line) => ({ ...fieldsOf(sources), ...before?.(...line) });
  Reflect.set(own, symbols.mixinSym, mixin);

  function method(level: Level): LogMethod {
    return (first: object | string, message?: string): void => {
      if (typeof first === 'string') own[level](first);
      else own[level](withoutSecrets(first), message);
    };
  }

  return loggerOf(method);
}
