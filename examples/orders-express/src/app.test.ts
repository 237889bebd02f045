import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { createApp } from './app.js';
import { createStore } from './store.js';

const server = createApp(createStore()).listen(0);
const url = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

before(
  () => new Promise((resolve) => (server.listening ? resolve(null) : server.once('listening', resolve))),
);
after(() => server.close());

const lines = [{ product: 'lamp', quantity: 2, unitPrice: 1_950 }];

async function post(path: string, body: unknown) {
  const headers = { 'content-type': 'application/json', connection: 'close' };
  const response = await fetch(url(path), { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('takes an order and gives it back with its total', async () => {
  const { status, body } = await post('/orders', { customerId: 'c-100', lines });
  assert.equal(status, 201);
  const order = await (await fetch(url(`/orders/${body.id}`))).json();
  assert.deepEqual(order, { ...body, total: 3_900 });
});

test('refuses an order without lines', async () => {
  assert.deepEqual(await post('/orders', { customerId: 'c-100', lines: [] }), {
    status: 400,
    body: { error: 'lines are missing' },
  });
});

test('ships an order once', async () => {
  const { body } = await post('/orders', { customerId: 'c-101', lines });
  assert.equal((await post(`/orders/${body.id}/shipment`, {})).status, 202);
  assert.equal((await post(`/orders/${body.id}/shipment`, {})).status, 409);
});

test('does not know every path', async () => {
  assert.equal((await fetch(url('/nowhere'))).status, 404);
});
