/** Lets one piece of work after the other use what only one can use. */
export interface Turns {
  /** Wait for a turn; it lasts until the function returned is called. */
  next(): Promise<() => void>;
  /** Do something when it is its turn. */
  take<T>(work: () => Promise<T>): Promise<T>;
  readonly taken: boolean;
  readonly waiting: number;
}

export function createTurns(): Turns {
  const queue: (() => void)[] = [];
  let taken = false;

  function release(): void {
    const following = queue.shift();
    if (following === undefined) taken = false;
    else following();
  }

  async function next(): Promise<() => void> {
    if (taken) await new Promise<void>((resolve) => queue.push(resolve));
    taken = true;
    return release;
  }

  return {
    next,
    take: async (work) => {
      await next();
      try {
        return await work();
      } finally {
        release();
      }
    },
    get taken() {
      return taken;
    },
    get waiting() {
      return queue.length;
    },
  };
}
