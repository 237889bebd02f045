/** What forgets what is too old, now and then. */
export interface Cleaning {
  /** Clean now, and once an hour from now on. */
  start(): void;
  /** Ends when a deletion that has begun is over. */
  stop(): Promise<void>;
}

export interface CleaningOptions {
  /** What is cleaned, for the log. */
  readonly name: string;
  readonly log: { error(message: string): void };
}

const EVERY_MS = 3_600_000;

/** A cleaning that fails is logged, and the next one tries again. */
export function createCleaning(
  clean: () => Promise<unknown>,
  { name, log }: CleaningOptions,
): Cleaning {
  let timer: ReturnType<typeof setInterval> | undefined;
  let cleaning: Promise<unknown> = Promise.resolve();

  function run(): void {
    cleaning = clean().catch((error: unknown) => {
      log.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }

  return {
    start: () => {
      if (timer !== undefined) return;
      timer = setInterval(run, EVERY_MS);
      timer.unref();
      run();
    },
    stop: async () => {
      clearInterval(timer);
      timer = undefined;
      await cleaning;
    },
  };
}
