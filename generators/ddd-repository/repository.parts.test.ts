import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describeWith, describeWithSqlite } from '../../tools/parts/parts.ts';
import { type Postgres, startPostgres } from '../../tools/parts/postgres.ts';
import { createBus } from '../ddd-cqrs/templates/application/bus.ts';
import { createFileStore } from '../storage-file/templates/storage/file-store.ts';
import { createPostgresStorage } from '../storage-postgres/templates/storage/postgres.ts';
import type { Storage } from '../storage-sql/templates/storage/storage.ts';
import { createSqliteStorage } from '../storage-sqlite/templates/storage/sqlite.ts';
import { condition, order, thingState } from './contract/arbitrary.ts';
import { type Repository, repositoryContract } from './contract/repository-contract.ts';
import { THINGS_SQL, Thing, type ThingState, things } from './contract/thing.ts';
import { Specification } from './templates/domain/kernel/specification.ts';
import { fileCollection } from './templates/infrastructure/repository/file-repository.ts';
import {
  createCollectionRepository,
  memoryCollection,
} from './templates/infrastructure/repository/memory-repository.ts';
import { createSqlRepository } from './templates/infrastructure/repository/sql-repository.ts';

const opened: Storage[] = [];
let server: Postgres | undefined;
let databases = 0;

afterAll(async () => {
  for (const storage of opened) await storage.close();
  await server?.stop();
});

async function prepared(storage: Storage): Promise<Storage> {
  opened.push(storage);
  await storage.execute(THINGS_SQL[storage.dialect]);
  return storage;
}

function sqlite(): Promise<Storage> {
  return prepared(createSqliteStorage({ path: ':memory:', synchronous: 'normal' }));
}

async function postgres(): Promise<Storage> {
  server ??= await startPostgres();
  databases += 1;
  const url = server.database(`things_${databases}`);
  const limits = { listen: false, max: 4, statementTimeoutMs: 30_000, connectTimeoutMs: 30_000 };
  return prepared(createPostgresStorage({ url, tls: 'off', applicationName: 'test', ...limits }));
}

const STORAGES = { 'node:sqlite': sqlite, PostgreSQL: postgres };

describe('in memory', () => {
  repositoryContract(async (record) => createCollectionRepository(memoryCollection(), things, record));
});

describe('in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'things-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let count = 0;
  repositoryContract(async (record) => {
    count += 1;
    const store = createFileStore({ path: join(folder, `${count}.json`) });
    return createCollectionRepository(fileCollection<ThingState>(store, 'things'), things, record);
  });
});

describe.each(['node:sqlite', 'PostgreSQL'] as const)('in %s', (name) => {
  const describeIt = name === 'PostgreSQL' ? describeWith('initdb') : describeWithSqlite();
  describeIt('as everywhere', () => {
    repositoryContract(async (record) => createSqlRepository(await STORAGES[name](), things, record));

    test('a rollback of the surrounding transaction undoes the save', async () => {
      const storage = await STORAGES[name]();
      const all = createSqlRepository(storage, things);
      const failing = storage.transaction(async () => {
        await all.save(new Thing('one').change({ count: 1 }));
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await all.find('one')).toBeUndefined();
    });

    test('a command of the bus is one transaction, and is done again when somebody else was quicker', async () => {
      const storage = await STORAGES[name]();
      const all = createSqlRepository(storage, things);
      const bus = createBus<Counting>();
      bus.use('transaction', (_message, next) => storage.transaction(next));
      bus.handle('thing.count', async ({ id, fail }) => {
        const thing = (await all.find(id)) ?? new Thing(id);
        await all.save(thing.change({ count: (thing.state.count ?? 0) + 1 }));
        if (fail === true) throw new Error('after save');
        return thing.state.count ?? 0;
      });
      await bus.send('thing.count', { id: 'one' });
      await expect(bus.send('thing.count', { id: 'one', fail: true })).rejects.toThrow('after save');
      expect((await all.get('one')).state.count).toBe(1);
      await expect(bus.send('thing.count', { id: 'two', fail: true })).rejects.toThrow('after save');
      expect(await all.find('two')).toBeUndefined();
      await Promise.all([1, 2, 3].map(() => bus.send('thing.count', { id: 'one' })));
      expect((await all.get('one')).state.count).toBe(4);
    });

    // A3 of the catalogue: what SQL finds is what the specification says of each state.
    test('500 random specifications, orders and pages: the same answers as in memory', async () => {
      const states = fc.sample(thingState, { numRuns: 120, seed: 7 });
      const memory: Repository = createCollectionRepository(memoryCollection<ThingState>(), things);
      const storage = await STORAGES[name]();
      const sql: Repository = createSqlRepository(storage, things);
      for (const [index, state] of states.entries()) {
        await memory.save(new Thing(`t${index}`).change(state));
        await sql.save(new Thing(`t${index}`).change(state));
      }
      for (const [index, state] of states.entries())
        expect((await sql.get(`t${index}`)).state.parts).toEqual(state.parts);
      await fc.assert(
        fc.asyncProperty(condition, order, fc.integer({ min: 20, max: 60 }), async (tree, by, size) => {
          const specification = new Specification<ThingState>(tree);
          const expected = states.flatMap((state, index) =>
            specification.isSatisfiedBy(state) ? [`t${index}`] : [],
          );
          expect([...(await pages(sql, specification, by, 100))].sort()).toEqual(expected.sort());
          expect(await pages(sql, specification, by, size)).toEqual(
            await pages(memory, specification, by, size),
          );
          expect(await sql.countBy(specification)).toBe(expected.length);
        }),
        { numRuns: 500 },
      );
    });
  });
});

type Counting = {
  readonly 'thing.count': {
    readonly input: { readonly id: string; readonly fail?: boolean };
    readonly result: number;
  };
};

type Order = NonNullable<NonNullable<Parameters<Repository['findBy']>[1]>['order']>;

/** The ids of every page, one after the other. */
async function pages(
  repository: Repository,
  specification: Specification<ThingState>,
  by: Order,
  size: number,
): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await repository.findBy(specification, { order: by, size, after });
    ids.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  return ids;
}
