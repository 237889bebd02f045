import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discounted } from './discounted.ts';

test('takes percents off', () => {
  assert.equal(discounted(1_950, 10), 1_755);
  assert.equal(discounted(999, 33), 669);
  assert.equal(discounted(100, 200), 0);
});
