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
  /** Forget those that are older than the retention, now and once an hour. */
  start(): void;
  /** Finish forgetting, and do it no more. */
  stop(): Promise<void>;
}

export interface InboxOptions {
  /** How long it is remembered that a message was handled; longer than its sender may repeat it. */
  readonly retentionMs: number;
  readonly log: { error(message: string): void };
}

const CLEAN_EVERY_MS = 60 * 60_000;

const TAKE =
  'insert into inbox (source, id, handled_at) values ($1, $2, $3) on conflict (source, id) do nothing';

export function createInbox(storage: Storage, { retentionMs, log }: InboxOptions): Inbox {
  let timer: ReturnType<typeof setInterval> | undefined;
  let cleaning: Promise<unknown> = Promise.resolve();
  const forget: Inbox['forget'] = (before) =>
    storage.execute('delete from inbox where handled_at < $1', [before]);

  function clean(): void {
    cleaning = forget(Date.now() - retentionMs).catch((error: unknown) => {
      log.error(`inbox: ${error instanceof Error ? error.message : String(error)}`);
    });
  }

  return {
    once: ({ source, id }, work) =>
      storage.transaction(async () => {
        if ((await storage.execute(TAKE, [source, id, Date.now()])) === 0) return false;
        await work();
        return true;
      }),
    forget,
    start: () => {
      if (timer !== undefined) return;
      timer = setInterval(clean, CLEAN_EVERY_MS);
      timer.unref();
      clean();
    },
    stop: async () => {
      clearInterval(timer);
      await cleaning;
    },
  };
}
