import { createClient } from 'redis';
import type { CacheStore } from './cache-store.ts';

export interface RedisStoreOptions {
  readonly url: string;
  /** Milliseconds that a command may take: a cache that is slower than its source helps nobody. */
  readonly timeoutMs: number;
}

/**
 * A store in Redis or Valkey. While it cannot be reached, commands fail at once instead of waiting in a queue; the
 * client goes on trying to connect.
 */
export function createRedisStore({ url, timeoutMs }: RedisStoreOptions): CacheStore {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 2_000,
      reconnectStrategy: (retries) => Math.min(100 * 2 ** retries, 5_000),
    },
  });
  // Failures are counted where a command fails; without a listener, one of the connection would end the process.
  client.on('error', () => {});
  const within = (command: Promise<unknown>) => withTimeout(command, timeoutMs);
  return {
    open: async () => {
      // Not waited for: the service starts without its cache, and has it as soon as it is there.
      client.connect().catch(() => {});
    },
    get: async (key) => {
      const text: unknown = await within(client.get(key));
      return typeof text === 'string' ? text : undefined;
    },
    set: async (key, text, ttlMs) => {
      await within(client.set(key, text, { PX: ttlMs }));
    },
    delete: async (key) => {
      await within(client.del(key));
    },
    check: async () => {
      await within(client.ping());
    },
    close: async () => {
      client.destroy();
    },
  };
}

async function withTimeout<T>(command: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The cache did not answer in time.')), timeoutMs);
  });
  try {
    return await Promise.race([command, late]);
  } finally {
    clearTimeout(timer);
    // Whoever waited has gone; what comes later is nobody's failure.
    command.catch(() => {});
  }
}
