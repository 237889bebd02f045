/** What forgets what is too old, now and then. */
export interface Cleaning {
  start(): void;
  /** Ends when a deletion that has begun is over. */
  stop(): Promise<void>;
}

const EVERY_MS = 3_600_000;

/** Clean once an hour. A failure is logged, and the next hour tries again. */
export function createCleaning(
  clean: () => Promise<unknown>,
  log: { error(message: string): void },
): Cleaning {
  let timer: ReturnType<typeof setInterval> | undefined;
  let cleaning: Promise<unknown> = Promise.resolve();

  function run(): void {
    cleaning = clean().catch((error: unknown) => {
      log.error(`idempotency: ${error instanceof Error ? error.message : String(error)}`);
    });
  }

  return {
    start: () => {
      if (timer !== undefined) return;
      timer = setInterval(run, EVERY_MS);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await cleaning;
    },
  };
}
