/** One item of a list: what it is known by, and all of it. */
export interface Item {
  /** The name of a property; the whole text of anything else. */
  readonly key: string;
  readonly text: string;
}

interface Sides {
  readonly base: readonly Item[];
  readonly ours: readonly Item[];
  readonly theirs: readonly Item[];
}

/**
 * Bring two lists that come from `base` together: what either side added or took out is added or taken out, each new item
 * after the one it followed. `undefined` when both sides made something else of the same item.
 */
export function mergeItems({ base, ours, theirs }: Sides): readonly Item[] | undefined {
  if ([base, ours, theirs].some((list) => new Set(list.map(({ key }) => key)).size !== list.length))
    return undefined;
  if (replacedByBoth({ base, ours, theirs })) return undefined;
  const find = (list: readonly Item[], key: string) => list.find((item) => item.key === key);
  const merged: Item[] = [];
  for (const own of ours) {
    const [before, other] = [find(base, own.key), find(theirs, own.key)];
    const outcome = settleItem(before, own, other);
    if (outcome === 'conflict') return undefined;
    if (outcome !== undefined) merged.push(outcome);
  }
  for (const [index, item] of theirs.entries()) {
    if (find(ours, item.key) !== undefined) continue;
    const before = find(base, item.key);
    if (before !== undefined && before.text !== item.text) return undefined;
    if (before !== undefined) continue;
    merged.splice(placeAfter(theirs, index, merged), 0, item);
  }
  return merged;
}

function settleItem(
  before: Item | undefined,
  own: Item,
  other: Item | undefined,
): Item | undefined | 'conflict' {
  if (other === undefined)
    return before === undefined ? own : before.text === own.text ? undefined : 'conflict';
  if (own.text === other.text || other.text === before?.text) return own;
  return own.text === before?.text ? other : 'conflict';
}

/** Both took the same item out and put something in: they replaced it, and not by the same. */
function replacedByBoth({ base, ours, theirs }: Sides): boolean {
  const has = (list: readonly Item[], { key }: Item) => list.some((item) => item.key === key);
  const gone = base.some((item) => !has(ours, item) && !has(theirs, item));
  const adds = (list: readonly Item[]) => list.filter((item) => !has(base, item));
  const [mine, others] = [adds(ours), adds(theirs)];
  return gone && mine.length > 0 && others.length > 0 && !mine.every((item) => has(others, item));
}

/** Directly after the nearest item before it that is there; else first. */
function placeAfter(theirs: readonly Item[], index: number, merged: readonly Item[]): number {
  for (let at = index - 1; at >= 0; at -= 1) {
    const place = merged.findIndex((item) => item.key === theirs[at]?.key);
    if (place !== -1) return place + 1;
  }
  return 0;
}
