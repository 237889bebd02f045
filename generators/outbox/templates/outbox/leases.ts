import type { Storage } from '#host/storage/storage';
import { databaseTime } from './database-time.ts';

/** Lets one relay at a time send the messages of an aggregate; that is what keeps them in order. */
export interface Leases {
  /** Aggregates that have something to send now, and that nobody sends. */
  candidates(limit: number): Promise<readonly string[]>;
  /** Take an aggregate, or keep it for longer; false while somebody else has it. */
  take(aggregate: string): Promise<boolean>;
  release(aggregate: string): Promise<void>;
}

/** How long an aggregate stays with a relay that has been killed, in milliseconds. */
export function createLeases(storage: Storage, owner: string, leaseMs: number): Leases {
  const now = databaseTime(storage.dialect);
  const first =
    'select min(position) from outbox where delivered_at is null and abandoned_at is null group by aggregate';
  return {
    candidates: async (limit) => {
      const rows = await storage.query(
        `select aggregate from outbox where position in (${first}) and due_at <= ${now}
and aggregate not in (select aggregate from outbox_leases where held_until > ${now}) order by position limit $1`,
        [limit],
      );
      return rows.map(({ aggregate }) => String(aggregate));
    },
    take: async (aggregate) => {
      const taken = await storage.execute(
        `insert into outbox_leases (aggregate, owner, held_until) values ($1, $2, ${now} + $3)
on conflict (aggregate) do update set owner = excluded.owner, held_until = excluded.held_until
where outbox_leases.owner = excluded.owner or outbox_leases.held_until <= ${now}`,
        [aggregate, owner, leaseMs],
      );
      return taken === 1;
    },
    release: async (aggregate) => {
      const sql = 'delete from outbox_leases where aggregate = $1 and owner = $2';
      await storage.execute(sql, [aggregate, owner]);
    },
  };
}
