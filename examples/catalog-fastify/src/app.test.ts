import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildApp } from './app.ts';

test('gives a product by its number', async () => {
  const response = await buildApp().inject('/products/lamp-1');
  assert.equal(response.statusCode, 200);
  assert.equal(response.json().title, 'Desk lamp');
});

test('keeps what is put', async () => {
  const app = buildApp();
  const payload = { sku: 'desk-3', title: 'Desk', cents: 19_900 };
  assert.equal((await app.inject({ method: 'PUT', url: '/products/desk-3', payload })).statusCode, 204);
  assert.equal((await app.inject('/products')).json().length, 3);
});

test('refuses what is not a product', async () => {
  const response = await buildApp().inject({
    method: 'PUT',
    url: '/products/desk-3',
    payload: { sku: 'Desk' },
  });
  assert.equal(response.statusCode, 400);
});

test('knows a price in dollars, and not in gold', async () => {
  const app = buildApp();
  assert.equal((await app.inject('/prices/bulb-7/usd?discount=50')).json().amount, 65);
  assert.equal((await app.inject('/prices/bulb-7/gold')).statusCode, 404);
});
