/** Where cached texts are kept. Every method may fail: the cache then does without. */
export interface CacheStore {
  /** Connect, where there is something to connect to. Called once, when the service starts. */
  open(): Promise<void>;
  get(key: string): Promise<string | undefined>;
  /** Keep a text for so many milliseconds. */
  set(key: string, text: string, ttlMs: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Throw when the store cannot be used now. */
  check(): Promise<void>;
  close(): Promise<void>;
}
