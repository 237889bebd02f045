import { setTimeout as wait } from 'node:timers/promises';
import { describeWith } from '../../../../tools/parts/parts.ts';
import { type Redis, startRedis } from '../../../../tools/parts/redis.ts';
import { type Cache, createCache } from './cache.ts';
import { createRedisStore } from './redis-store.ts';

describeWith('redis-server')('a cache in Redis', () => {
  let server: Redis;
  let cache: Cache;

  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  beforeEach(async () => {
    cache = createCache(
      createRedisStore({ url: server.url, timeoutMs: 20_000 }),
      `test-${Math.random()}`,
    );
    await cache.open();
    await usable(cache);
  });
  afterEach(() => cache.close());

  test('keeps values for their time, apart from those of other services', async () => {
    await cache.set('desk', { watts: 8 }, 60_000);
    expect(await cache.get('desk')).toEqual({ watts: 8 });
    await cache.set('floor', 1, 1);
    await wait(20);
    expect(await cache.get('floor')).toBeUndefined();
    const other = createCache(createRedisStore({ url: server.url, timeoutMs: 20_000 }), 'other');
    await other.open();
    await usable(other);
    expect(await other.get('desk')).toBeUndefined();
    await other.close();
    await cache.delete('desk');
    expect(await cache.get('desk')).toBeUndefined();
  });

  test('a stampede of a hundred loads once', async () => {
    let loads = 0;
    const load = async () => {
      loads += 1;
      await wait(20);
      return 'lamp';
    };
    const values = await Promise.all(
      Array.from({ length: 100 }, () => cache.load('desk', 60_000, load)),
    );
    expect({ loads, values: new Set(values) }).toEqual({ loads: 1, values: new Set(['lamp']) });
    expect(await cache.load('desk', 60_000, load)).toBe('lamp');
    expect(loads).toBe(1);
  });

  test('while the server hangs or is gone, answers go on and failures are counted; then it is used again', async () => {
    const hasty = createCache(createRedisStore({ url: server.url, timeoutMs: 50 }), 'hasty');
    await hasty.open();
    await usable(hasty);
    server.signal('SIGSTOP');
    expect(await hasty.load('desk', 60_000, async () => 1)).toBe(1);
    expect(hasty.numbers().failures).toBeGreaterThan(0);
    await expect(hasty.check()).rejects.toThrow();
    server.signal('SIGCONT');
    server.signal('SIGKILL');
    expect(await hasty.load('desk', 60_000, async () => 2)).toBe(2);
    await server.start();
    await usable(hasty);
    // On a busy machine the hasty store may give up even now.
    do expect(await hasty.load('desk', 60_000, async () => 3)).toBe(3);
    while ((await hasty.get('desk')) !== 3);
    await hasty.close();
  });
});

/** Wait until the store answers. */
async function usable(cache: Cache): Promise<void> {
  for (;;) {
    if (
      await cache.check().then(
        () => true,
        () => false,
      )
    )
      return;
    await wait(20);
  }
}
