import type { Fact } from './fact.ts';
import { sets, type VersionSet } from './version-set.ts';

/**
 * Terms that can't all be true: each says that a package lies in a set (which may include "absent").
 * At most one term per package, none of them trivially true. See docs/resolver.md#incompatibilities.
 */
export interface Incompatibility {
  readonly packages: readonly number[];
  readonly sets: readonly VersionSet[];
  readonly cause: Cause;
}

/** A fact of the input, or the resolution of two other incompatibilities. */
export type Cause =
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'derived'; readonly left: Incompatibility; readonly right: Incompatibility };

/** One package lying in one set. */
export interface Term {
  readonly package: number;
  readonly set: VersionSet;
}

/** State a fact of the input; terms about the same package are joined. */
export function stated(fact: Fact, terms: readonly Term[]): Incompatibility {
  const joined = new Map<number, VersionSet>();
  for (const term of terms) {
    const known = joined.get(term.package);
    joined.set(term.package, known === undefined ? term.set : sets.intersect(known, term.set));
  }
  return { packages: [...joined.keys()], sets: [...joined.values()], cause: { kind: 'fact', fact } };
}

/** Tell whether the terms contradict each other by themselves, so that nothing is said. */
export function saysNothing(incompatibility: Incompatibility): boolean {
  return incompatibility.sets.some(sets.isEmpty);
}
