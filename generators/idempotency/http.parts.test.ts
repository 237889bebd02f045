import { join } from 'node:path';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';
import { defer, lastValueFrom } from 'rxjs';
import { describeWithSqlite } from '../../tools/parts/parts.ts';
import { programs } from '../../tools/parts/program.ts';
import { places } from '../event-store/contract/places.ts';
import { type Place, SERVICES, started } from './contract/serve-orders.ts';
import { MIGRATION } from './migrations.ts';
import { createIdempotency } from './templates/idempotency/idempotency.ts';
import { createIdempotentRequests } from './templates/nest/idempotency/idempotent-requests.ts';

const ORDERS = {
  name: '9000_orders',
  sql: { sqlite: 'create table orders (id text)', postgres: 'create table orders (id text)' },
};
const bench = places(MIGRATION, ORDERS);
const children = programs();
const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
  children.remove();
  await bench.end();
});

async function post(port: number, key: string | undefined, body: object, owner = 'ada') {
  const headers = { 'content-type': 'application/json', authorization: owner };
  const response = await fetch(`http://127.0.0.1:${port}/orders`, {
    method: 'POST',
    headers: key === undefined ? headers : { ...headers, 'idempotency-key': key },
    body: JSON.stringify(body),
  });
  const { status } = response;
  return { status, location: response.headers.get('location'), text: await response.text() };
}

describe.each(Object.entries(SERVICES))('requests that are repeated, on %s', (_name, serve) => {
  describeWithSqlite()('with a real database', () => {
    async function opened() {
      const storage = await bench.open(await bench.fresh('sqlite'));
      const orders = async () => (await storage.query('select id from orders')).map(({ id }) => id);
      let count = 0;
      const place: Place = async ({ fails }) => {
        count += 1;
        const id = `o${count}`;
        await storage.execute('insert into orders (id) values ($1)', [id]);
        if (fails === 'loudly') throw new Error('no stock');
        return { status: fails === undefined ? 201 : 503, body: { id } };
      };
      const { port, close } = await started(serve(storage, place));
      closing.push(close);
      return { port, orders };
    }

    test('20 at once make one order and get 20 equal answers; another body gets 422', async () => {
      const { port, orders } = await opened();
      const answers = await Promise.all(Array.from({ length: 20 }, () => post(port, 'k', { total: 1 })));
      const made = await orders();
      expect(made).toHaveLength(1);
      const answer = { status: 201, location: '/orders/1', text: JSON.stringify({ id: made[0] }) };
      expect(answers).toEqual(Array(20).fill(answer));
      expect((await post(port, 'k', { total: 2 })).status).toBe(422);
      expect(await orders()).toHaveLength(1);
      expect((await post(port, 'k', { total: 1 }, 'bob')).status).toBe(201);
      await post(port, undefined, { total: 1 });
      await post(port, undefined, { total: 1 });
      expect(await orders()).toHaveLength(4);
    });

    test('what failed has done nothing, and may be asked again', async () => {
      const { port, orders } = await opened();
      expect((await post(port, 'k', { fails: 'loudly' })).status).toBe(500);
      expect((await post(port, 'j', { fails: 'softly' })).status).toBe(503);
      expect(await orders()).toEqual([]);
      expect((await post(port, 'j', { fails: 'softly' })).status).toBe(503);
      expect((await post(port, 'l', {})).status).toBe(201);
      expect(await orders()).toHaveLength(1);
    });
  });
});

describeWithSqlite()('a service that is killed between its handler and the answer', () => {
  test('has done nothing; the repeated request is done once', async () => {
    const place = await bench.fresh('sqlite');
    const child = children.start(join(__dirname, 'contract/serve-and-stall.ts'), [place]);
    await child.printed(1);
    const [port] = child.lines;
    const lost = post(Number(port), 'k', { total: 1 });
    lost.catch(() => undefined);
    await child.printed(2);
    await child.kill();
    await expect(lost).rejects.toThrow();
    const storage = await bench.open(place);
    expect(await storage.query('select id from orders')).toEqual([]);
    const serve = SERVICES.express;
    if (serve === undefined) throw new Error('no service');
    const again = await started(
      serve(storage, async () => {
        await storage.execute('insert into orders (id) values ($1)', ['again']);
        return { status: 201, body: {} };
      }),
    );
    closing.push(again.close);
    const answers = [await post(again.port, 'k', { total: 1 }), await post(again.port, 'k', { total: 1 })];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await storage.query('select id from orders')).toEqual([{ id: 'again' }]);
  });
});

describeWithSqlite()('the interceptor of Nest', () => {
  test('has a handler work once for a key, and gives its answer again', async () => {
    const storage = await bench.open(await bench.fresh('sqlite'));
    const httpAdapter = {
      getRequestMethod: () => 'POST',
      getRequestUrl: () => '/orders',
      status: (response: { statusCode: number }, status: number) => {
        response.statusCode = status;
      },
      setHeader: () => undefined,
    };
    const host = { httpAdapter } as unknown as HttpAdapterHost;
    const interceptor = createIdempotentRequests(createIdempotency(storage, 60_000))(host);
    const asked = async (key: string | undefined, body: object, fails = false) => {
      const request = { headers: key === undefined ? {} : { 'idempotency-key': key }, body };
      const response = { statusCode: 201, getHeader: () => undefined };
      const context = {
        getType: () => 'http',
        switchToHttp: () => ({ getRequest: () => request, getResponse: () => response }),
      } as unknown as ExecutionContext;
      const handle: CallHandler['handle'] = () =>
        defer(async () => {
          await storage.execute('insert into orders (id) values ($1)', ['made']);
          if (fails) throw new Error('no stock');
          return { id: 'made' };
        });
      const value: unknown = await lastValueFrom(await interceptor.intercept(context, { handle }));
      return { value, status: response.statusCode };
    };
    await expect(asked('f', {}, true)).rejects.toThrow('no stock');
    const answers = await Promise.all(Array.from({ length: 20 }, () => asked('k', { total: 1 })));
    expect(answers).toEqual(Array(20).fill({ value: { id: 'made' }, status: 201 }));
    await expect(asked('k', { total: 2 })).rejects.toMatchObject({ status: 422 });
    expect(await storage.query('select id from orders')).toHaveLength(1);
    await asked(undefined, {});
    expect(await storage.query('select id from orders')).toHaveLength(2);
  });
});
