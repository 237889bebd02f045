import type { CacheStore } from './cache-store.ts';

interface Entry {
  readonly text: string;
  readonly until: number;
}

/**
 * A store in this process alone, for tests and for development. When it is full, the entry that was written longest ago
 * goes.
 */
export function createMemoryStore(maxEntries = 1_000, now: () => number = Date.now): CacheStore {
  const entries = new Map<string, Entry>();
  return {
    open: async () => {},
    get: async (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (entry.until > now()) return entry.text;
      entries.delete(key);
      return undefined;
    },
    set: async (key, text, ttlMs) => {
      entries.delete(key);
      entries.set(key, { text, until: now() + ttlMs });
      const [oldest] = entries.keys();
      if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
    },
    delete: async (key) => {
      entries.delete(key);
    },
    check: async () => {},
    close: async () => entries.clear(),
  };
}
