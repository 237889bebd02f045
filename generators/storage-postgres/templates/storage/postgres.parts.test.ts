import { Pool } from 'pg';
import { describeWith } from '../../../../tools/parts/parts.ts';
import { type Postgres, startPostgres } from '../../../../tools/parts/postgres.ts';
import { inMigrations } from '../../../storage-sql/contract/in-migrations.ts';
import { type Bench, storageContract } from '../../../storage-sql/contract/storage-contract.ts';
import { joinsTransactions } from '../../contract/joins-transactions.ts';
import { createPostgresStorage, type PostgresStorageOptions } from './postgres.ts';
import { createSharedPostgresStorage } from './shared-postgres.ts';

describeWith('initdb')('PostgreSQL', () => {
  let server: Postgres;
  let url = '';
  let count = 0;
  const fresh = () => {
    count += 1;
    url = server.database(`test_${count}`);
  };
  const storage = (options: Partial<PostgresStorageOptions> = {}) =>
    createPostgresStorage({
      url,
      tls: 'verify-full',
      applicationName: 'test',
      listen: true,
      max: 4,
      statementTimeoutMs: 30_000,
      connectTimeoutMs: 30_000,
      ...options,
    });

  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  const again: Bench['again'] = async (migrations) => {
    const opened = storage({ migrations });
    await opened.open();
    return opened;
  };
  storageContract({
    again,
    open: (migrations) => {
      fresh();
      return again(migrations);
    },
  });

  describe('over the pool of the service', () => {
    const pools: Pool[] = [];
    const shared: Bench['again'] = async (migrations) => {
      const pool = new Pool({ connectionString: url });
      pools.push(pool);
      const opened = createSharedPostgresStorage({
        pool: async () => pool,
        listen: true,
        migrations,
      });
      await opened.open();
      return opened;
    };
    afterAll(() => Promise.all(pools.map((pool) => pool.end())));
    storageContract({
      again: shared,
      open: (migrations) => {
        fresh();
        return shared(migrations);
      },
    });
    joinsTransactions(() => {
      fresh();
      return url;
    });
  });

  test('a pool that is exhausted answers 503 instead of hanging', async () => {
    fresh();
    const small = storage({ max: 1, connectTimeoutMs: 2_000 });
    await small.transaction(async () => {
      const waiting = outside(() => small.query('select 1'));
      await expect(waiting).rejects.toMatchObject({ name: 'StorageUnavailable', status: 503 });
    });
    expect(small.numbers()).toMatchObject({ failures: 1, max: 1 });
    await small.check();
    await small.close();
  });

  test('a statement that takes too long is given up', async () => {
    fresh();
    const hasty = storage({ statementTimeoutMs: 1_000 });
    await expect(hasty.query('select pg_sleep(60)')).rejects.toMatchObject({
      code: '57014',
      status: 503,
    });
    await hasty.check();
    await hasty.close();
  });

  test('a transaction whose failed statement was caught is not said to be committed', async () => {
    fresh();
    const opened = storage();
    const silent = opened.transaction(async () => {
      await opened.query('select 1/0').catch(() => undefined);
    });
    await expect(silent).rejects.toThrow('nothing of it is kept');
    expect(opened.numbers()).toMatchObject({ commits: 0, rollbacks: 1, used: 0 });
    await opened.close();
  });

  test('of processes that migrate at once one does it', () =>
    inMigrations(
      { '0001_slow.sql': 'create table lamps (name text); select pg_sleep(0.3);' },
      async (migrations) => {
        fresh();
        const two = [storage({ migrations }), storage({ migrations }), storage({ migrations })];
        await Promise.all(two.map((each) => each.open()));
        expect(await two[0]?.query('select count(*) as n from schema_migrations')).toEqual([
          { n: 1 },
        ]);
        await Promise.all(two.map((each) => each.close()));
      },
    ));

  test('a server that restarts is found again, and what ran in between failed as unavailable', async () => {
    fresh();
    const opened = storage();
    await opened.check();
    const running = opened.transaction(async () => {
      await opened.query('select 1');
      await server.restart('fast');
      await opened.query('select 2');
    });
    await expect(running).rejects.toMatchObject({ name: 'StorageUnavailable' });
    await opened.check();
    expect(await opened.transaction(() => opened.query('select 3 as n'))).toEqual([{ n: 3 }]);
    await opened.close();
  });

  test('times and JSON come back as texts, big numbers exactly', async () => {
    fresh();
    const opened = storage();
    const [row] = await opened.query(
      `select timestamptz '2026-01-02 03:04:05.678+02' as time, '{"a":1}'::jsonb as json, 9007199254740993::int8 as big, true as flag`,
    );
    expect(row).toEqual({
      time: '2026-01-02T01:04:05.678Z',
      json: '{"a": 1}',
      big: 9007199254740993n,
      flag: true,
    });
    await opened.close();
  });
});

/** Run work outside of the surrounding transaction. */
function outside<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    queue.push(() => work().then(resolve, reject));
  });
}

const queue: (() => void)[] = [];
const drain = setInterval(() => {
  for (const run of queue.splice(0)) run();
}, 10);
afterAll(() => clearInterval(drain));
