import { type Cache, createCache } from './cache.ts';
import { createMemoryStore } from './memory-store.ts';
import { createRedisStore } from './redis-store.ts';

export interface ServiceCacheOptions {
  readonly store: 'redis' | 'memory';
  readonly url: string;
  readonly timeoutMs: number;
  readonly prefix: string;
}

/** The service's cache, in the store that its environment names. */
export function createServiceCache({ store, prefix, ...redis }: ServiceCacheOptions): Cache {
  return createCache(store === 'memory' ? createMemoryStore() : createRedisStore(redis), prefix);
}
