import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { Storage } from '../../storage-sql/templates/storage/storage.ts';
import { joining } from '../templates/storage/joining.ts';
import { createSharedPostgresStorage } from '../templates/storage/shared-postgres.ts';

interface Tables {
  lamps: { name: string; watts: number };
}

const lamps = pgTable('lamps', { name: text().primaryKey(), watts: integer().notNull() });

/** What Kysely and Drizzle do over the service's pool takes part in the transactions of the storage. */
export function joinsTransactions(freshUrl: () => string): void {
  let pool: Pool;
  let storage: Storage;

  beforeEach(async () => {
    pool = new Pool({ connectionString: freshUrl(), max: 4 });
    storage = createSharedPostgresStorage({ pool: async () => pool, listen: false });
    await storage.execute('create table lamps (name text primary key, watts integer not null)');
  });
  afterEach(async () => {
    await storage.close();
    await pool.end();
  });

  const names = async () =>
    (await pool.query('select name from lamps order by name')).rows.map(({ name }) => name);
  const insert = (name: string) => storage.execute('insert into lamps values ($1, 1)', [name]);
  const outside = () => new Error('changed my mind');

  describe.each([
    ['Kysely', () => kyselyOver(joining(pool))],
    ['Drizzle', () => drizzleOver(joining(pool))],
  ] as const)('%s', (_name, over) => {
    test('commits and rolls back with the storage', async () => {
      const orm = over();
      await storage.transaction(async () => {
        await insert('a');
        await orm.insert('b');
        expect(await orm.names()).toEqual(['a', 'b']);
        expect(await names()).toEqual([]);
      });
      expect(await names()).toEqual(['a', 'b']);
      const failing = storage.transaction(async () => {
        await orm.insert('c');
        await insert('d');
        throw outside();
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await names()).toEqual(['a', 'b']);
    });

    test('its own transaction is a part: undone alone, or with everything around it', async () => {
      const orm = over();
      await storage.transaction(async () => {
        await insert('a');
        await orm.transaction(async (insertInside) => insertInside('b'));
        const undone = orm.transaction(async (insertInside) => {
          await insertInside('c');
          throw outside();
        });
        await expect(undone).rejects.toThrow('changed my mind');
        await insert('d');
      });
      expect(await names()).toEqual(['a', 'b', 'd']);
      const failing = storage.transaction(async () => {
        await orm.transaction(async (insertInside) => insertInside('e'));
        throw outside();
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await names()).toEqual(['a', 'b', 'd']);
    });

    test('outside of a transaction it is on its own, and gives back what it took', async () => {
      const orm = over();
      await orm.transaction(async (insertInside) => insertInside('a'));
      await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          index % 2 === 0
            ? orm.insert(`n${index}`)
            : storage.transaction(async () => orm.insert(`n${index}`)),
        ),
      );
      expect(await names()).toHaveLength(13);
      expect(storage.numbers()).toMatchObject({ used: 0, waiting: 0, max: 4 });
    });
  });
}

interface Orm {
  insert(name: string): Promise<void>;
  names(): Promise<readonly string[]>;
  transaction(work: (insert: (name: string) => Promise<void>) => Promise<void>): Promise<void>;
}

function kyselyOver(pool: Pool): Orm {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const insertBy =
    (by: Kysely<Tables>) =>
    async (name: string): Promise<void> => {
      await by.insertInto('lamps').values({ name, watts: 1 }).execute();
    };
  return {
    insert: insertBy(db),
    names: async () =>
      (await db.selectFrom('lamps').select('name').orderBy('name').execute()).map(({ name }) => name),
    transaction: (work) => db.transaction().execute((inside) => work(insertBy(inside))),
  };
}

function drizzleOver(pool: Pool): Orm {
  const db = drizzle(pool);
  const insertBy =
    (by: Pick<typeof db, 'insert'>) =>
    async (name: string): Promise<void> => {
      await by.insert(lamps).values({ name, watts: 1 });
    };
  return {
    insert: insertBy(db),
    names: async () => (await db.select().from(lamps).orderBy(lamps.name)).map(({ name }) => name),
    transaction: (work) => db.transaction((inside) => work(insertBy(inside))),
  };
}
