import { type Concession, costOf, keyOf } from './concession.ts';

/**
 * The cheapest set of concessions that takes something from every conflict, leaving out sets that
 * contain one of `done`. Ties go to the smaller set, then by name, so that the order is always the same.
 */
export function cheapestHittingSet(
  conflicts: readonly (readonly Concession[])[],
  done: readonly (readonly Concession[])[],
): readonly Concession[] | undefined {
  let open: readonly (readonly Concession[])[] = [[]];
  const seen = new Set<string>();
  for (let looked = 0; open.length > 0 && looked < MAX_LOOKS; looked++) {
    const [cheapest = [], ...rest] = open;
    const missed = conflicts.find((conflict) => !hits(cheapest, conflict));
    if (missed === undefined) return cheapest;
    const grown = missed
      .map((concession) => [...cheapest, concession].sort(byKey))
      .filter((set) => isNew(set, seen) && !done.some((other) => contains(set, other)));
    open = [...rest, ...grown].sort(byCost);
  }
  return undefined;
}

const MAX_LOOKS = 500;

function hits(set: readonly Concession[], conflict: readonly Concession[]): boolean {
  return conflict.some((concession) => set.some((one) => keyOf(one) === keyOf(concession)));
}

function contains(set: readonly Concession[], part: readonly Concession[]): boolean {
  return part.every((concession) => set.some((one) => keyOf(one) === keyOf(concession)));
}

function isNew(set: readonly Concession[], seen: Set<string>): boolean {
  const key = set.map(keyOf).join('\n');
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function byCost(a: readonly Concession[], b: readonly Concession[]): number {
  const names = a.map(keyOf).join('\n') < b.map(keyOf).join('\n') ? -1 : 1;
  return costOf(a) - costOf(b) || a.length - b.length || names;
}

function byKey(a: Concession, b: Concession): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
