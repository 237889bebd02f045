import { DiagLogLevel, diag } from '@opentelemetry/api';
import type { Settings } from './settings.ts';

const LEVELS = {
  none: DiagLogLevel.NONE,
  error: DiagLogLevel.ERROR,
  warn: DiagLogLevel.WARN,
  info: DiagLogLevel.INFO,
  debug: DiagLogLevel.DEBUG,
  verbose: DiagLogLevel.VERBOSE,
};

const MOST_TEXTS = 200;

/** Write OpenTelemetry's own messages to stderr, each once: what repeats itself at every export drowns the rest. */
export function reportDiagnostics(settings: Settings): void {
  const known = ['none', 'error', 'warn', 'info', 'debug', 'verbose'] as const;
  const level = settings.choice('OTEL_LOG_LEVEL', known, 'warn');
  const written = new Set<string>();
  const write = (message: string, ...rest: readonly unknown[]): void => {
    const [text = ''] = [message, ...rest.map(String)].join(' ').split('\n', 1);
    if (written.has(text) || written.size >= MOST_TEXTS) return;
    written.add(text);
    process.stderr.write(`telemetry: ${text}\n`);
  };
  const logger = { error: write, warn: write, info: write, debug: write, verbose: write };
  diag.setLogger(logger, { logLevel: LEVELS[level], suppressOverrideMessage: true });
}
