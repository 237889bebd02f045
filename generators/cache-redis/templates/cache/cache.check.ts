import { strict as assert } from 'node:assert';
import { describe, it } from '#host/test';
import { createCache } from './cache.ts';
import { createMemoryStore } from './memory-store.ts';

describe('cache', () => {
  it('keeps a value for its time, under the prefix of the service', async () => {
    let now = 0;
    const store = createMemoryStore(10, () => now);
    const cache = createCache(store, 'lamps');
    await cache.set('desk', { watts: 8 }, 1_000);
    assert.deepEqual(await cache.get('desk'), { watts: 8 });
    assert.equal(await createCache(store, 'chairs').get('desk'), undefined);
    now = 1_000;
    assert.equal(await cache.get('desk'), undefined);
    await assert.rejects(cache.set('desk', 1, 0), RangeError);
  });

  it('loads once however many ask at once, and keeps no failure', async () => {
    const cache = createCache(createMemoryStore(), 'lamps');
    let loads = 0;
    const load = async () => {
      loads += 1;
      await new Promise((resolve) => setImmediate(resolve));
      return loads;
    };
    const values = await Promise.all(
      Array.from({ length: 100 }, () => cache.load('desk', 1_000, load)),
    );
    assert.deepEqual([...new Set(values)], [1]);
    const fail = () => Promise.reject(new Error('no lamp'));
    await assert.rejects(cache.load('floor', 1_000, fail), /no lamp/);
    assert.equal(await cache.load('floor', 1_000, load), 2);
  });

  it('does without a store that fails, and counts it', async () => {
    const broken = () => Promise.reject(new Error('gone'));
    const store = { ...createMemoryStore(), get: broken, set: broken, delete: broken };
    const cache = createCache(store, 'lamps');
    assert.equal(await cache.load('desk', 1_000, async () => 7), 7);
    await cache.delete('desk');
    assert.deepEqual(cache.numbers(), { hits: 0, misses: 1, failures: 3 });
  });
});
