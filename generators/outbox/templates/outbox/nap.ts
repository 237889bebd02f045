/** A pause that somebody can end before its time. */
export interface Nap {
  sleep(): Promise<void>;
  /** End the pause; one that is called for while nobody sleeps ends the next one. */
  readonly wake: () => void;
}

export function createNap(milliseconds: number): Nap {
  let woken = false;
  let end: () => void = () => undefined;
  return {
    sleep: async () => {
      if (!woken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      woken = false;
    },
    wake: () => {
      woken = true;
      end();
    },
  };
}
