import type { Incompatibility } from './incompatibility.ts';
import { derive } from './partial-solution.ts';
import { markContradicted, type SearchState } from './search-state.ts';
import { RELATION, sets, type VersionSet } from './version-set.ts';

const NOTHING = -1;
const CONFLICT = -2;

/**
 * Derive everything that follows from what is known, starting from packages that changed.
 * Returns the first incompatibility all of whose terms are true, if there is one.
 */
export function propagate(state: SearchState, changed: readonly number[]): Incompatibility | undefined {
  const queue = [...changed];
  for (let next = 0; next < queue.length; next++) {
    const numbers = state.mentions[queue[next] as number] as readonly number[];
    // Newest first: what was learned last is what most likely matters.
    for (let index = numbers.length - 1; index >= 0; index--) {
      const number = numbers[index] as number;
      if (state.contradicted[number]) continue;
      const open = openTerm(state, number);
      if (open === NOTHING) continue;
      const incompatibility = state.incompatibilities[number] as Incompatibility;
      if (open === CONFLICT) return incompatibility;
      const package_ = incompatibility.packages[open] as number;
      const size = state.question.packages[package_]?.versions.length ?? 0;
      derive(
        state.solution,
        package_,
        sets.complement(incompatibility.sets[open] as VersionSet, size),
        incompatibility,
      );
      markContradicted(state, number);
      queue.push(package_);
    }
  }
  return undefined;
}

/** The only term that is not known to be true, or why there is no such term. */
function openTerm(state: SearchState, number: number): number {
  const { packages, sets: terms } = state.incompatibilities[number] as Incompatibility;
  const { known } = state.solution;
  let open = CONFLICT;
  for (let index = 0; index < packages.length; index++) {
    state.steps++;
    const relation = sets.relate(known[packages[index] as number] as VersionSet, terms[index] as VersionSet);
    if (relation === RELATION.satisfied) continue;
    if (relation === RELATION.contradicted) {
      markContradicted(state, number);
      return NOTHING;
    }
    if (open !== CONFLICT) return NOTHING;
    open = index;
  }
  return open;
}
