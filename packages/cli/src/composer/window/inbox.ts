/** Things that happen, one after the other, until somebody takes them. */
export interface Inbox<T> {
  put(item: T): void;
  /** Wait for the next one. */
  take(): Promise<T>;
  readonly empty: boolean;
}

export function inbox<T>(): Inbox<T> {
  const items: T[] = [];
  let waiting: ((item: T) => void) | undefined;
  return {
    put: (item) => {
      if (waiting === undefined) items.push(item);
      else waiting(item);
      waiting = undefined;
    },
    take: () => {
      const [item] = items.splice(0, 1);
      if (item !== undefined) return Promise.resolve(item);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    get empty() {
      return items.length === 0;
    },
  };
}
