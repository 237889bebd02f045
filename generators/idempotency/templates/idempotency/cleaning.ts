/** What forgets what is too old, now and then. */
export interface Cleaning {
  start(): void;
  stop(): void;
}

const EVERY_MS = 3_600_000;

/** Clean once an hour. A failure is logged, and the next hour tries again. */
export function createCleaning(
  clean: () => Promise<unknown>,
  log: { warn(details: object, message: string): void },
): Cleaning {
  let timer: NodeJS.Timeout | undefined;
  return {
    start: () => {
      timer ??= setInterval(() => {
        clean().catch((error: unknown) =>
          log.warn({ err: error }, 'Old answers and messages could not be forgotten'),
        );
      }, EVERY_MS).unref();
    },
    stop: () => {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
