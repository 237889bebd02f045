import { strict as assert } from 'node:assert';
import { Pool, type PoolClient } from 'pg';
import { describe, it } from '#host/test';
import { joining, lendTransactions } from './joining.ts';

/** A client that says what it is asked, and a pool that is never asked. */
function bench() {
  const asked: string[] = [];
  const query = (text: string) => {
    asked.push(text);
    return Promise.resolve({ rows: [] });
  };
  const release = () => asked.push('released');
  const around = { client: { query, release } as unknown as PoolClient | undefined };
  const pool = new Pool();
  lendTransactions(pool, () => around.client);
  return { asked, around, pool, joined: joining(pool) };
}

describe('a pool that joins transactions', () => {
  it('asks on the connection of the transaction, which nobody but its owner ends', async () => {
    const { asked, joined } = bench();
    await joined.query('select 1');
    const client = await joined.connect();
    for (const text of ['begin', 'select 2', 'commit', 'START TRANSACTION', 'rollback']) {
      await client.query(text);
    }
    client.release();
    assert.deepEqual(
      asked.map((text) => text.replace(/\d+$/, '#')),
      [
        'select #',
        'savepoint joined_#',
        'select #',
        'release savepoint joined_#',
        'savepoint joined_#',
        'rollback to savepoint joined_#',
      ],
    );
  });

  it('is the pool itself where there is none', async () => {
    const { around, pool, joined } = bench();
    around.client = undefined;
    assert.ok(joined instanceof Pool);
    assert.equal(joined.totalCount, 0);
    await pool.end();
    await assert.rejects(joined.connect(), /after calling end/);
  });
});
