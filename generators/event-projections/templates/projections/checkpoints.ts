import { BEGINNING, type Position } from '#host/events/event-store';
import type { Storage } from '#host/storage/storage';

/** Up to where a table knows the events. */
export interface Checkpoint {
  readonly table: string;
  readonly version: number;
  readonly position: Position;
}

/** Remembers checkpoints, in the transactions that change the views. */
export interface Checkpoints {
  load(key: string): Promise<Checkpoint | undefined>;
  save(key: string, checkpoint: Checkpoint): Promise<void>;
  remove(key: string): Promise<void>;
  /** Keep other processes out until the transaction ends; false while another one is in. */
  enter(name: string): Promise<boolean>;
}

const SAVE = `insert into projections (name, view_table, version, position_order, position_sequence) values ($1, $2, $3, $4, $5)
on conflict (name) do update set view_table = excluded.view_table, version = excluded.version,
position_order = excluded.position_order, position_sequence = excluded.position_sequence`;

export function createCheckpoints(storage: Storage): Checkpoints {
  return {
    load: async (key) => {
      const [row] = await storage.query(
        'select view_table, version, position_order, position_sequence from projections where name = $1',
        [key],
      );
      if (row === undefined) return undefined;
      const { view_table, version, position_order, position_sequence } = row;
      const position = { order: Number(position_order), sequence: Number(position_sequence) };
      return { table: String(view_table), version: Number(version), position };
    },
    save: async (key, { table, version, position }) => {
      await storage.execute(SAVE, [key, table, version, position.order, position.sequence]);
    },
    remove: async (key) =>
      void (await storage.execute('delete from projections where name = $1', [key])),
    enter: async (name) => {
      // In SQLite whoever has begun a transaction is the only one who writes.
      if (storage.dialect === 'sqlite') return true;
      const query = 'select pg_try_advisory_xact_lock(hashtext($1)) as entered';
      const [row] = await storage.query(query, [`projection ${name}`]);
      const { entered } = row ?? {};
      return entered === true;
    },
  };
}

/** The checkpoint of a table that is still empty. */
export function beginning(table: string, version: number): Checkpoint {
  return { table, version, position: BEGINNING };
}
