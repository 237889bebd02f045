import type { CacheStore } from './cache-store.ts';

/** How often what happened since the process started. */
export interface CacheNumbers {
  readonly hits: number;
  readonly misses: number;
  /** Commands that the store did not carry out: the cache did without. */
  readonly failures: number;
}

/**
 * Keeps what was dear to get. It never stands in the way: when its store fails, everything is as if nothing had been kept.
 * Values must survive JSON.
 */
export interface Cache {
  open(): Promise<void>;
  /** The value, if it was kept and its time is not over. */
  get<T>(key: string): Promise<T | undefined>;
  /** Keep a value for so many milliseconds; there is no way to keep one for ever. */
  set(key: string, value: unknown, ttlMs: number): Promise<void>;
  delete(key: string): Promise<void>;
  /**
   * The kept value, or what `load` gives, which is kept then. However many ask for one key at once, it is loaded once;
   * they share what `load` throws, too, and nothing is kept of that.
   */
  load<T>(key: string, ttlMs: number, load: () => Promise<T>): Promise<T>;
  numbers(): CacheNumbers;
  /** Throw when the store cannot be used now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Make a cache whose keys all begin with the service's own prefix, so that services may share a store. */
export function createCache(store: CacheStore, prefix: string): Cache {
  const counted = { hits: 0, misses: 0, failures: 0 };
  const loading = new Map<string, Promise<unknown>>();

  /** Do without what fails. */
  async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
    try {
      return await action();
    } catch {
      counted.failures += 1;
      return undefined;
    }
  }

  async function get<T>(key: string): Promise<T | undefined> {
    const text = await attempt(() => store.get(`${prefix}:${key}`));
    counted[text === undefined ? 'misses' : 'hits'] += 1;
    return text === undefined ? undefined : (JSON.parse(text) as T);
  }

  async function set(key: string, value: unknown, ttlMs: number): Promise<void> {
    if (!(ttlMs > 0)) throw new RangeError(`A value is kept for some time, not for ${ttlMs} ms.`);
    const text = JSON.stringify(value);
    if (text === undefined) return;
    await attempt(() => store.set(`${prefix}:${key}`, text, Math.ceil(ttlMs)));
  }

  async function loadAndKeep<T>(key: string, ttlMs: number, load: () => Promise<T>): Promise<T> {
    const kept = await get<T>(key);
    if (kept !== undefined) return kept;
    const value = await load();
    await set(key, value, ttlMs);
    return value;
  }

  return {
    open: () => store.open(),
    get,
    set,
    delete: async (key) => {
      await attempt(() => store.delete(`${prefix}:${key}`));
    },
    load: <T>(key: string, ttlMs: number, load: () => Promise<T>) => {
      const before = loading.get(key);
      if (before !== undefined) return before as Promise<T>;
      const now = loadAndKeep(key, ttlMs, load).finally(() => loading.delete(key));
      loading.set(key, now);
      return now;
    },
    numbers: () => ({ ...counted }),
    check: () => store.check(),
    close: () => store.close(),
  };
}
