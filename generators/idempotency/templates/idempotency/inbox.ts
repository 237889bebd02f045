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
  /** Forget messages that were handled before a time, in milliseconds. They would be handled again. */
  forget(before: number): Promise<number>;
}

const TAKE =
  'insert into inbox (source, id, handled_at) values ($1, $2, $3) on conflict (source, id) do nothing';

export function createInbox(storage: Storage): Inbox {
  return {
    once: ({ source, id }, work) =>
      storage.transaction(async () => {
        if ((await storage.execute(TAKE, [source, id, Date.now()])) === 0) return false;
        await work();
        return true;
      }),
    forget: (before) => storage.execute('delete from inbox where handled_at < $1', [before]),
  };
}
