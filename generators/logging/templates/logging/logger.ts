/** What a line says besides its message. */
export type Fields = object;

/** Writes a line: fields first, then the message, or the message alone. */
export interface LogMethod {
  (fields: Fields, message?: string): void;
  (message: string): void;
}

/** The service's log. An error goes under `err`: `logger.error({ err }, 'payment failed')`. */
export interface Logger {
  readonly trace: LogMethod;
  readonly debug: LogMethod;
  readonly info: LogMethod;
  readonly warn: LogMethod;
  readonly error: LogMethod;
  readonly fatal: LogMethod;
}

/** A logger of a method for each level. */
export function loggerOf(method: (level: Level) => LogMethod): Logger {
  return {
    trace: method('trace'),
    debug: method('debug'),
    info: method('info'),
    warn: method('warn'),
    error: method('error'),
    fatal: method('fatal'),
  };
}

/** What every line carries while something goes on: the request, its trace. Asked at each line. */
export type FieldSource = () => object | undefined;

export interface LoggerOptions {
  readonly service: string;
  /** One of {@link LEVELS}; another word is warned about, and `info` stands in. */
  readonly level: string;
  readonly sources: readonly FieldSource[];
  /** Where lines go: stdout unless told. */
  readonly write?: (line: string) => void;
}

export const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

export type Level = (typeof LEVELS)[number];

/** The level that a word names. */
export function levelOf(word: string): Level | 'silent' {
  const level = word.trim().toLowerCase();
  if (level === 'silent') return level;
  const known = LEVELS.find((each) => each === level);
  if (known === undefined) {
    process.stderr.write(`logging: LOG_LEVEL is not one of ${LEVELS.join(', ')}; info is used\n`);
  }
  return known ?? 'info';
}

/** Everything that the sources say at this moment. */
export function fieldsOf(sources: readonly FieldSource[]): object {
  let all: object | undefined;
  for (const source of sources) {
    const fields = source();
    if (fields !== undefined) all = all === undefined ? fields : { ...all, ...fields };
  }
  return all ?? {};
}

/** Check the types of a list of sources. */
export function fieldSources(sources: readonly FieldSource[]): readonly FieldSource[] {
  return sources;
}

/** What the service is called in telemetry; its package's name unless OTEL_SERVICE_NAME says otherwise. */
export function serviceName(usual: string): string {
  const { OTEL_SERVICE_NAME } = process.env;
  return OTEL_SERVICE_NAME || usual;
}
