import { tracingChannel } from 'node:diagnostics_channel';
import type { Span, Tracer } from '@opentelemetry/api';
import {
  type DatabaseOperation,
  endDatabaseSpan,
  sqlOperation,
  startDatabaseSpan,
} from './database-span.ts';

/** What these libraries tell of an operation when it starts, and of its failure when it ends. */
interface Message {
  readonly query?: unknown;
  readonly command?: unknown;
  readonly database?: unknown;
  readonly serverAddress?: unknown;
  readonly error?: unknown;
}

const CHANNELS: Readonly<Record<string, 'mysql' | 'redis'>> = {
  'mysql2:query': 'mysql',
  'mysql2:execute': 'mysql',
  'ioredis:command': 'redis',
  'node-redis:command': 'redis',
};

/** Trace what mysql2, ioredis and redis do: they publish each operation, so nothing needs to be patched. */
export function tracePublishedQueries(tracer: Tracer): void {
  for (const [channel, system] of Object.entries(CHANNELS)) follow(tracer, channel, system);
}

function follow(tracer: Tracer, channel: string, system: 'mysql' | 'redis'): void {
  const spans = new WeakMap<object, Span>();
  const end = (message: object): void => {
    const span = spans.get(message);
    if (span === undefined) return;
    spans.delete(message);
    endDatabaseSpan(span, (message as Message).error);
  };
  tracingChannel<unknown, object>(channel).subscribe({
    start: (message) => {
      const span = startDatabaseSpan(tracer, () => operationOf(system, message));
      if (span !== undefined) spans.set(message, span);
    },
    // What fails before it is sent ends here.
    end: (message) => {
      if ((message as Message).error !== undefined) end(message);
    },
    asyncStart: () => undefined,
    asyncEnd: end,
    error: () => undefined,
  });
}

function operationOf(system: 'mysql' | 'redis', message: Message): DatabaseOperation {
  const { query, command, database, serverAddress } = message;
  return {
    system,
    operation: system === 'mysql' ? sqlOperation(query) : String(command).toUpperCase(),
    namespace: database === undefined || database === '' ? undefined : String(database),
    host: serverAddress === undefined ? undefined : String(serverAddress),
  };
}
