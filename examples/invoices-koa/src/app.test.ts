import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { createApp } from './app';

test('adds an invoice up', () =>
  serving(async (url) => {
    const invoice = {
      customer: 'Ada',
      lines: [
        { text: 'Lamp', cents: 4_900 },
        { text: 'Bulb', cents: 300 },
      ],
    };
    const headers = { 'content-type': 'application/json' };
    const put = await fetch(`${url}/invoices/7`, { method: 'PUT', headers, body: JSON.stringify(invoice) });
    assert.equal(put.status, 204);
    assert.deepEqual(await (await fetch(`${url}/invoices/7/total`)).json(), { cents: 5_200 });
  }));

test('refuses what is no invoice, and does not know others', () =>
  serving(async (url) => {
    assert.equal((await fetch(`${url}/invoices/8`, { method: 'PUT' })).status, 400);
    assert.equal((await fetch(`${url}/invoices/9/total`)).status, 404);
  }));

async function serving(run: (url: string) => Promise<void>): Promise<void> {
  const server = createApp().listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
