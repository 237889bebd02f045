import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Migration } from '@joinery/kit';
import { type Postgres, startPostgres } from '../../../tools/parts/postgres.ts';
import type { Storage } from '../../storage-sql/templates/storage/storage.ts';
import { openStorage } from './open-storage.ts';

export type Dialect = Storage['dialect'];

/** Fresh databases with the tables of some migrations, and what ends all of them. */
export interface Places {
  /** The place of a new database, for other processes. */
  fresh(dialect: Dialect): Promise<string>;
  /** Open the storage at a place; closed at the end. */
  open(place: string): Promise<Storage>;
  end(): Promise<void>;
}

export function places(...migrations: readonly Migration[]): Places {
  const folder = mkdtempSync(join(tmpdir(), 'places-'));
  const opened: Storage[] = [];
  let server: Promise<Postgres> | undefined;
  let count = 0;

  function migrationsOf(dialect: Dialect): string {
    const target = mkdtempSync(join(folder, `${dialect}-`));
    for (const { name, sql } of migrations) writeFileSync(join(target, `${name}.sql`), sql[dialect] ?? '');
    return target;
  }

  return {
    fresh: async (dialect) => {
      count += 1;
      if (dialect === 'postgres') server ??= startPostgres();
      const place =
        dialect === 'sqlite'
          ? join(folder, `${count}.sqlite`)
          : ((await server)?.database(`place_${count}`) ?? '');
      const storage = openStorage(place, migrationsOf(dialect));
      await storage.open();
      await storage.close();
      return place;
    },
    open: async (place) => {
      const storage = openStorage(place);
      opened.push(storage);
      await storage.open();
      return storage;
    },
    end: async () => {
      for (const storage of opened) await storage.close();
      await (await server)?.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
