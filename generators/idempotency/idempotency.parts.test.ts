import { join } from 'node:path';
import { describeWith, describeWithSqlite } from '../../tools/parts/parts.ts';
import { programs } from '../../tools/parts/program.ts';
import { type Dialect, places } from '../event-store/contract/places.ts';
import { MIGRATION } from './migrations.ts';
import { createCleaning } from './templates/idempotency/cleaning.ts';
import { createIdempotency } from './templates/idempotency/idempotency.ts';
import { createInbox } from './templates/idempotency/inbox.ts';

const ORDERS = {
  name: '9000_orders',
  sql: { sqlite: 'create table orders (id text)', postgres: 'create table orders (id text)' },
};
const bench = places(MIGRATION, ORDERS);
const children = programs();
afterAll(async () => {
  children.remove();
  await bench.end();
});

const request = (key: string | undefined, body: unknown = { total: 1 }) => ({
  ...{ key, scope: 'ada', method: 'POST', path: '/orders' },
  body,
});

describe.each(['sqlite', 'postgres'] as const)('idempotency in %s', (dialect: Dialect) => {
  const describeIt = dialect === 'postgres' ? describeWith('initdb') : describeWithSqlite();

  async function opened(place?: string) {
    const storage = await bench.open(place ?? (await bench.fresh(dialect)));
    const idempotency = createIdempotency(storage, 60_000);
    const orders = async () => (await storage.query('select id from orders')).map(({ id }) => id);
    const order = (id: string) => async () => {
      await storage.execute('insert into orders (id) values ($1)', [id]);
      return { status: 201, body: { id } };
    };
    return { storage, idempotency, orders, order };
  }

  describeIt('with a real database', () => {
    test('20 requests at once have one effect and 20 equal answers', async () => {
      const { idempotency, orders, order } = await opened();
      const all = Array.from({ length: 20 }, (_, index) =>
        idempotency.once(request('k'), order(`o${index}`)),
      );
      const answers = await Promise.all(all);
      const made = await orders();
      expect(made).toHaveLength(1);
      expect(answers).toEqual(Array(20).fill({ status: 201, body: { id: made[0] } }));
    });

    test('a key belongs to one request and one caller; without one, and after a failure, the work is done', async () => {
      const { idempotency, orders, order } = await opened();
      await idempotency.once(request('k'), order('one'));
      await expect(idempotency.once(request('k', { total: 2 }), order('two'))).rejects.toMatchObject({
        status: 422,
      });
      await idempotency.once({ ...request('k'), scope: 'bob' }, order('bob'));
      await idempotency.once(request(undefined), order('three'));
      await expect(idempotency.once(request('ü'), order('no'))).rejects.toMatchObject({ status: 400 });
      const failing = idempotency.once(request('f'), async () => {
        await order('lost')();
        throw new Error('no stock');
      });
      await expect(failing).rejects.toThrow('no stock');
      const broken = async () => ({ ...(await order('lost')()), status: 503 });
      expect(await idempotency.once(request('f'), broken)).toMatchObject({ status: 503 });
      expect(await idempotency.once(request('f'), order('four'))).toMatchObject({ status: 201 });
      expect((await orders()).sort()).toEqual(['bob', 'four', 'one', 'three']);
    });

    test('a process that is killed between the work and the answer has done neither', async () => {
      const place = await bench.fresh(dialect);
      const child = children.start(join(__dirname, 'contract/order-once.ts'), [place, 'k']);
      await child.printed(1);
      await child.kill();
      const { idempotency, orders, order } = await opened(place);
      expect(await orders()).toEqual([]);
      await idempotency.once(request('k'), order('k'));
      await idempotency.once(request('k'), order('k'));
      expect(await orders()).toEqual(['k']);
    });

    test('a message that arrives again and again is handled once, unless that failed', async () => {
      const { storage, orders, order } = await opened();
      const inbox = createInbox(storage, 60_000);
      const message = { source: '/lamps', id: '1' };
      const failing = inbox.once(message, async () => {
        await order('lost')();
        throw new Error('no stock');
      });
      await expect(failing).rejects.toThrow('no stock');
      const handled = await Promise.all(
        Array.from({ length: 10 }, () => inbox.once(message, async () => void (await order('one')()))),
      );
      expect(handled.filter(Boolean)).toHaveLength(1);
      expect(await orders()).toEqual(['one']);
      expect(await inbox.once({ ...message, source: '/doors' }, async () => undefined)).toBe(true);
      expect(await inbox.once(message, async () => undefined)).toBe(false);
      expect(await inbox.clean()).toBe(0);
      const later = createInbox(storage, -60_000);
      const cleaning = createCleaning(later.clean, { name: 'inbox', log: console });
      cleaning.start();
      await cleaning.stop();
      expect(await storage.query('select id from inbox')).toEqual([]);
      expect(await inbox.once(message, async () => undefined)).toBe(true);
      expect(await later.clean()).toBe(1);
    });
  });
});
