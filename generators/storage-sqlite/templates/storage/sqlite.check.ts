import { strict as assert } from 'node:assert';
import { ConstraintViolation } from '#host/storage/errors';
import type { Storage } from '#host/storage/storage';
import { describe, it } from '#host/test';
import { createSqliteStorage } from './sqlite.ts';

async function withTable(work: (storage: Storage) => Promise<void>): Promise<void> {
  const storage = createSqliteStorage({ path: ':memory:', synchronous: 'normal' });
  await storage.execute('create table lamps (name text primary key, watts integer not null)');
  await work(storage);
  await storage.close();
}

const insert = (storage: Storage, name: string, watts: number) =>
  storage.execute('insert into lamps (name, watts) values ($1, $2)', [name, watts]);

describe('embedded database', () => {
  it('keeps all of a transaction or nothing', () =>
    withTable(async (storage) => {
      await assert.rejects(
        storage.transaction(async () => {
          await insert(storage, 'desk', 8);
          throw new Error('changed my mind');
        }),
        /changed my mind/,
      );
      await storage.transaction(() => insert(storage, 'floor', 12));
      assert.deepEqual(
        (await storage.query('select name from lamps')).map(({ name }) => name),
        ['floor'],
      );
    }));

  it('undoes a transaction inside another one alone', () =>
    withTable(async (storage) => {
      await storage.transaction(async () => {
        await insert(storage, 'desk', 8);
        const inner = storage.transaction(() => insert(storage, 'desk', 9));
        await assert.rejects(inner, ConstraintViolation);
        await insert(storage, 'wall', 4);
      });
      const [row] = await storage.query('select count(*) as n, sum(watts) as watts from lamps');
      assert.deepEqual(row, { n: 2, watts: 12 });
    }));

  it('keeps other work out of a transaction', () =>
    withTable(async (storage) => {
      const seen: unknown[] = [];
      await Promise.all([
        storage.transaction(async () => {
          await insert(storage, 'desk', 8);
          await new Promise((resolve) => setTimeout(resolve, 5));
          seen.push('committing');
        }),
        insert(storage, 'wall', 4).then(() => seen.push('written')),
      ]);
      assert.deepEqual(seen, ['committing', 'written']);
    }));
});
