import { ConstraintViolation, MigrationError } from '../templates/storage/errors.ts';
import type { Storage } from '../templates/storage/storage.ts';
import { inMigrations } from './in-migrations.ts';

/** Opens a storage over a fresh database; `again` opens the same database once more. */
export interface Bench {
  open(migrations: string): Promise<Storage>;
  again(migrations: string): Promise<Storage>;
}

const LAMPS = 'create table lamps (name text primary key, watts integer not null check (watts > 0));';

/** What every SQL storage promises, whichever database is behind it. */
export function storageContract(bench: Bench): void {
  const withLamps = (work: (storage: Storage) => Promise<void>) =>
    inMigrations({ '0001_lamps.sql': LAMPS }, async (folder) => {
      const storage = await bench.open(folder);
      try {
        await work(storage);
      } finally {
        await storage.close();
      }
    });
  const insert = (storage: Storage, name: string, watts = 8) =>
    storage.execute('insert into lamps (name, watts) values ($1, $2)', [name, watts]);
  const names = async (storage: Storage) =>
    (await storage.query('select name from lamps order by name')).map(({ name }) => name);

  test('a transaction keeps all or nothing, and says so in its numbers', () =>
    withLamps(async (storage) => {
      const failing = storage.transaction(async () => {
        await insert(storage, 'desk');
        expect(storage.inTransaction).toBe(true);
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await storage.transaction(() => insert(storage, 'floor'))).toBe(1);
      expect(storage.inTransaction).toBe(false);
      expect(await names(storage)).toEqual(['floor']);
      expect(storage.numbers()).toMatchObject({ commits: 1, rollbacks: 1, failures: 0, used: 0 });
    }));

  test('a transaction inside another one fails alone, and an outer one takes the inner ones along', () =>
    withLamps(async (storage) => {
      await storage.transaction(async () => {
        await insert(storage, 'desk');
        const twice = storage.transaction(() => insert(storage, 'desk'));
        await expect(twice).rejects.toThrow(ConstraintViolation);
        await Promise.all(['a', 'b', 'c'].map((name) => storage.transaction(() => insert(storage, name))));
      });
      const outer = storage.transaction(async () => {
        await storage.transaction(() => insert(storage, 'lost'));
        throw new Error('outer');
      });
      await expect(outer).rejects.toThrow('outer');
      expect(await names(storage)).toEqual(['a', 'b', 'c', 'desk']);
    }));

  test('other work does not see what is not committed', () =>
    withLamps(async (storage) => {
      const writing = storage.transaction(async () => {
        await insert(storage, 'desk');
        await new Promise((resolve) => setTimeout(resolve, 20));
        throw new Error('rolled back');
      });
      const seen = names(storage);
      await expect(writing).rejects.toThrow('rolled back');
      expect(await seen).toEqual([]);
    }));

  test('what waits for a commit runs after it, in order, and never after a rollback', () =>
    withLamps(async (storage) => {
      const ran: string[] = [];
      await storage.transaction(async () => {
        storage.afterCommit(() => ran.push('outer'));
        await storage.transaction(async () => storage.afterCommit(() => ran.push('inner')));
        const failed = storage.transaction(async () => {
          storage.afterCommit(() => ran.push('undone'));
          throw new Error('part');
        });
        await expect(failed).rejects.toThrow('part');
        expect(ran).toEqual([]);
      });
      storage.afterCommit(() => ran.push('outside'));
      expect(ran).toEqual(['outer', 'inner', 'outside']);
    }));

  test('work that a transaction did not wait for fails instead of running outside of it', () =>
    withLamps(async (storage) => {
      const late: { work?: Promise<unknown> } = {};
      await storage.transaction(async () => {
        late.work = new Promise((resolve) => setTimeout(resolve, 20)).then(() => insert(storage, 'late'));
        late.work.catch(() => undefined);
      });
      await expect(late.work).rejects.toThrow('belongs to a transaction that has ended');
      expect(await names(storage)).toEqual([]);
    }));

  test('constraints are told apart, and values are values', () =>
    withLamps(async (storage) => {
      const text = `'); drop table lamps; --`;
      await insert(storage, text);
      expect(await names(storage)).toEqual([text]);
      await expect(insert(storage, text)).rejects.toMatchObject({ constraint: 'unique', status: 409 });
      await expect(insert(storage, 'x', -1)).rejects.toMatchObject({ constraint: 'check' });
      const missing = storage.execute('insert into lamps (name) values ($1)', ['x']);
      await expect(missing).rejects.toMatchObject({ constraint: 'not-null' });
    }));

  test('numbers are numbers, and a placeholder can be used twice', () =>
    withLamps(async (storage) => {
      await insert(storage, 'desk', 8);
      await insert(storage, 'wall', 4);
      const sql = 'select count(*) as n, sum(watts) as watts from lamps where watts < $1 or watts = $1';
      expect({ ...(await storage.query(sql, [8]))[0] }).toEqual({ n: 2, watts: 12 });
    }));

  test('a hundred transactions at once all get through', () =>
    withLamps(async (storage) => {
      const many = Array.from({ length: 100 }, (_, index) => `lamp ${index}`);
      await Promise.all(many.map((name) => storage.transaction(() => insert(storage, name))));
      expect(await names(storage)).toHaveLength(100);
    }));

  test('migrations run once, in order, and an edited one is refused by name', () =>
    inMigrations(
      { '0002_second.sql': `insert into lamps values ('desk', 8);`, '0001_lamps.sql': LAMPS },
      async (folder, write) => {
        await (await bench.open(folder)).close();
        await write('0003_third.sql', `insert into lamps values ('wall', 4);\r\n`);
        const second = await bench.again(folder);
        expect(await names(second)).toEqual(['desk', 'wall']);
        await second.close();
        await write('0003_third.sql', `insert into lamps values ('wall', 4);\n`);
        await (await bench.again(folder)).close();
        await write('0002_second.sql', `insert into lamps values ('desk', 9);`);
        await expect(bench.again(folder)).rejects.toThrow(
          'Migration 0002_second.sql was edited after it had been applied. Restore it, and write the change as a new file.',
        );
      },
    ));

  test('a broken migration is rolled back and named, and those before it stay', () =>
    inMigrations(
      { '0001_lamps.sql': LAMPS, '0002_broken.sql': `insert into lamps values ('desk', 8); selec 1;` },
      async (folder, write) => {
        const broken = bench.open(folder);
        await expect(broken).rejects.toThrow(MigrationError);
        await expect(broken).rejects.toThrow('Migration 0002_broken.sql failed and was rolled back: ');
        await write('0002_broken.sql', 'select 1;');
        const mended = await bench.again(folder);
        expect(await names(mended)).toEqual([]);
        await mended.close();
        await write('0004_own.sql', 'begin;\nselect 1;\ncommit;');
        await expect(bench.again(folder)).rejects.toThrow('Migration 0004_own.sql begins or ends');
      },
    ));

  test('a folder of migrations that is not there is named', async () => {
    await expect(bench.open('/nowhere/migrations')).rejects.toThrow('/nowhere/migrations');
  });
}
