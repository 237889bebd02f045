import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderTotal } from './order-total.js';

test('an order costs the sum of its lines', () => {
  const lines = [
    { product: 'lamp', quantity: 2, unitPrice: 1_950 },
    { product: 'bulb', quantity: 5, unitPrice: 120 },
  ];
  assert.equal(orderTotal({ id: 'o-1', customerId: 'c-100', lines, status: 'open' }), 4_500);
});
