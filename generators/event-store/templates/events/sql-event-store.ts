import { ConstraintViolation } from '#host/storage/errors';
import type { Storage } from '#host/storage/storage';
import type { DomainEvent } from '#source/domain/kernel/domain-event';
import { eventOf, eventValues, READ } from './event-rows.ts';
import { type EventStatements, eventStatements } from './event-statements.ts';
import { type EventStore, type ExpectedVersion, WrongExpectedVersion } from './event-store.ts';
import { type EventTypes, requireKnown, upcasted } from './upcasters.ts';

export interface EventStoreOptions {
  readonly storage: Storage;
  readonly types: EventTypes;
  /** What else to do with events in the transaction that appends them. */
  readonly record?: ((events: readonly DomainEvent[]) => Promise<void>) | undefined;
}

/** One statement takes so many events: databases limit how many values it may have. */
const CHUNK = 500;

/** Keep events in the service's database. */
export function createSqlEventStore(options: EventStoreOptions): EventStore {
  const { storage, types } = options;
  const sql = eventStatements(storage.dialect);
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  return {
    append: async (stream, events, expected) => {
      requireKnown(events, types);
      if (events.length === 0) return versionOf(storage, stream);
      try {
        return await storage.transaction(async () => {
          if (listeners.size > 0) storage.afterCommit(tell);
          return append(options, sql, stream, events, expected);
        });
      } catch (error) {
        if (!isRefusal(error)) throw error;
        const version = await alreadyAt(storage, stream, events.slice(0, CHUNK));
        if (version !== undefined) return version;
        if (error instanceof WrongExpectedVersion) throw error;
        throw new WrongExpectedVersion(stream, expected, await versionOf(storage, stream));
      }
    },
    read: async (stream, from = 1) => {
      const query = `select ${READ} from events where stream = $1 and version >= $2 order by version`;
      const rows = await storage.query(query, [stream, from]);
      return rows.map((row) => upcasted(eventOf(row), types));
    },
    readAll: async ({ order, sequence }, limit) => {
      const rows = await storage.query(sql.readAll, [order, sequence, limit]);
      return rows.map((row) => upcasted(eventOf(row), types));
    },
    onAppended: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

async function append(
  { storage, record }: EventStoreOptions,
  { lockStream, insert }: EventStatements,
  stream: string,
  events: readonly DomainEvent[],
  expected: ExpectedVersion,
): Promise<number> {
  const before = await versionBefore(storage, lockStream, stream, expected);
  for (let start = 0; start < events.length; start += CHUNK) {
    const chunk = events.slice(start, start + CHUNK);
    const values = chunk.flatMap((event, index) =>
      eventValues(stream, before + start + index + 1, event),
    );
    const written = await storage.execute(insert(chunk.length), [...values, before + start]);
    if (written < chunk.length) {
      throw new WrongExpectedVersion(stream, expected, await versionOf(storage, stream));
    }
  }
  if (record !== undefined) await record(events);
  return before + events.length;
}

/** The version that the stream must have; found out, with others kept out, where the caller does not know it. */
async function versionBefore(
  storage: Storage,
  lockStream: string | undefined,
  stream: string,
  expected: ExpectedVersion,
): Promise<number> {
  if (expected === 'no-stream') return 0;
  if (typeof expected === 'number') return expected;
  if (lockStream !== undefined) await storage.query(lockStream, [stream]);
  const actual = await versionOf(storage, stream);
  if (expected === 'exists' && actual === 0) throw new WrongExpectedVersion(stream, expected, 0);
  return actual;
}

async function versionOf(storage: Storage, stream: string): Promise<number> {
  const query = 'select max(version) as version from events where stream = $1';
  const [row] = await storage.query(query, [stream]);
  const { version } = row ?? {};
  return Number(version ?? 0);
}

/** Where the last of these events stands in the stream, if it has every one of them. */
async function alreadyAt(
  storage: Storage,
  stream: string,
  events: readonly DomainEvent[],
): Promise<number | undefined> {
  const places = events.map((_, index) => `$${index + 2}`).join(', ');
  const query = `select count(*) as count, max(version) as version from events where stream = $1 and id in (${places})`;
  const [row] = await storage.query(query, [stream, ...events.map(({ id }) => id)]);
  const { count, version } = row ?? {};
  return Number(count) === events.length ? Number(version) : undefined;
}

function isRefusal(error: unknown): boolean {
  return error instanceof ConstraintViolation || error instanceof WrongExpectedVersion;
}
