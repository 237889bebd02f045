import type { Storage } from '#host/storage/storage';

/** Lets a consumer handle each message once, however often it arrives. */
export interface Inbox {
  /**
   * Do the work in a transaction, unless the message was handled before; false then. Two that come at once wait for
   * each other. When the work fails it may be tried again.
   */
  once(
    message: { readonly source: string; readonly id: string },
    work: () => Promise<void>,
  ): Promise<boolean>;
  /** Forget messages older than the retention; they would be handled again. Returns how many. */
  clean(): Promise<number>;
}

const TAKE =
  'insert into inbox (source, id, handled_at) values ($1, $2, $3) on conflict (source, id) do nothing';

/** The retention says how long it is remembered that a message was handled: longer than its sender may repeat it. */
export function createInbox(storage: Storage, retentionMs: number): Inbox {
  return {
    once: ({ source, id }, work) =>
      storage.transaction(async () => {
        if ((await storage.execute(TAKE, [source, id, Date.now()])) === 0) return false;
        await work();
        return true;
      }),
    clean: () =>
      storage.execute('delete from inbox where handled_at < $1', [Date.now() - retentionMs]),
  };
}
