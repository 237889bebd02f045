import type { Key } from './key.ts';

/** Where a cursor goes by a key of movement; `undefined` for any other key. `last` is the highest place. */
export function move(key: Key, cursor: number, last: number, page: number): number | undefined {
  const to = target(key, cursor, last, page);
  return to === undefined ? undefined : Math.max(0, Math.min(last, to));
}

function target({ name }: Key, cursor: number, last: number, page: number): number | undefined {
  switch (name) {
    case 'up':
      return cursor - 1;
    case 'down':
      return cursor + 1;
    case 'pageup':
      return cursor - page;
    case 'pagedown':
      return cursor + page;
    case 'home':
      return 0;
    case 'end':
      return last;
    default:
      return undefined;
  }
}
