import type { CloudEvent } from '#host/messaging/envelope';
import type { Storage } from '#host/storage/storage';
import type { DomainEvent } from '#source/domain/kernel/domain-event';
import { databaseTime } from './database-time.ts';

/** A message that could not be delivered, and is not tried any more. */
export interface DeadLetter {
  readonly id: string;
  readonly aggregate: string;
  readonly type: string;
  readonly attempts: number;
  readonly error: string;
}

/** Messages that are sent if, and only if, the transaction that wrote them is committed. */
export interface Outbox {
  /** Write events into the outbox, as part of the surrounding transaction. */
  record(events: readonly DomainEvent[]): Promise<void>;
  /** Be told when there is something to send. Returns what ends it. */
  onRecorded(listener: () => void): () => void;
  deadLetters(limit?: number): Promise<readonly DeadLetter[]>;
  /** Try a dead letter again; false when there is none of that id. */
  retry(id: string): Promise<boolean>;
  counts(): Promise<{
    readonly pending: number;
    readonly abandoned: number;
    readonly oldestMs: number;
  }>;
}

const INSERT =
  'insert into outbox (id, aggregate, type, message, recorded_at, due_at) values ($1, $2, $3, $4, $5, 0)';

const CHANNEL = 'outbox';

export function createOutbox(
  storage: Storage,
  envelope: (event: DomainEvent) => CloudEvent,
): Outbox {
  const now = databaseTime(storage.dialect);

  return {
    record: async (events) => {
      if (events.length === 0) return;
      await storage.transaction(async () => {
        for (const event of events) {
          const message = JSON.stringify(envelope(event));
          await storage.execute(INSERT, [
            event.id,
            event.aggregateId,
            event.type,
            message,
            Date.now(),
          ]);
        }
        await storage.announce(CHANNEL);
      });
    },
    onRecorded: (listener) => storage.listen(CHANNEL, listener),
    deadLetters: async (limit = 100) => {
      const rows = await storage.query(
        'select id, aggregate, type, attempts, error from outbox where abandoned_at is not null order by position limit $1',
        [limit],
      );
      return rows.map(({ id, aggregate, type, attempts, error }) => ({
        id: String(id),
        aggregate: String(aggregate),
        type: String(type),
        attempts: Number(attempts),
        error: String(error),
      }));
    },
    retry: async (id) => {
      const sql =
        'update outbox set abandoned_at = null, attempts = 0, due_at = 0 where id = $1 and abandoned_at is not null';
      return (await storage.execute(sql, [id])) === 1;
    },
    counts: async () => {
      const [row] = await storage.query(
        `select count(*) as pending, coalesce(${now} - min(recorded_at), 0) as oldest from outbox where delivered_at is null and abandoned_at is null`,
      );
      const [dead] = await storage.query(
        'select count(*) as abandoned from outbox where abandoned_at is not null',
      );
      const { pending, oldest } = row ?? {};
      const { abandoned } = dead ?? {};
      return {
        pending: Number(pending),
        abandoned: Number(abandoned),
        oldestMs: Math.max(0, Number(oldest)),
      };
    },
  };
}
