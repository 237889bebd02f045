import type { Incompatibility } from './incompatibility.ts';
import { type Assignment, satisfier } from './partial-solution.ts';
import type { SearchState } from './search-state.ts';
import { sets, type VersionSet } from './version-set.ts';

/** What a conflict taught: an incompatibility, and the level at which it starts to bite. */
export interface Lesson {
  readonly incompatibility: Incompatibility;
  /** The package about which it will say something new. None: the request itself is impossible. */
  readonly package: number | undefined;
  readonly level: number;
}

/**
 * Find the root of a conflict by resolving it with the causes of its terms, latest first,
 * until undoing decisions changes something. See docs/resolver.md#conflict-resolution.
 */
export function resolveConflict(state: SearchState, conflict: Incompatibility): Lesson {
  let incompatibility = conflict;
  for (;;) {
    const latest = latestSatisfier(state, incompatibility);
    if (latest === undefined) return { incompatibility, package: undefined, level: 0 };
    const { assignment, previousLevel } = latest;
    state.steps += incompatibility.packages.length;
    if (assignment.cause === undefined || previousLevel < assignment.level) {
      return { incompatibility, package: assignment.package, level: previousLevel };
    }
    incompatibility = resolvent(state, incompatibility, assignment.cause, assignment.package);
  }
}

interface Satisfier {
  readonly assignment: Assignment;
  /** The level at which everything else that the conflict needs was known. */
  readonly previousLevel: number;
}

function latestSatisfier(
  state: SearchState,
  { packages, sets: terms }: Incompatibility,
): Satisfier | undefined {
  const { history } = state.solution;
  let latest: Assignment | undefined;
  let term: VersionSet = [];
  let previousLevel = 0;
  for (let index = 0; index < packages.length; index++) {
    const set = terms[index] as VersionSet;
    const found = satisfier(history[packages[index] as number] as Assignment[], set) as Assignment;
    if (latest === undefined || found.index > latest.index) {
      previousLevel = Math.max(previousLevel, latest?.level ?? 0);
      latest = found;
      term = set;
    } else {
      previousLevel = Math.max(previousLevel, found.level);
    }
  }
  if (latest === undefined) return undefined;
  if (!sets.isSubset(latest.set, term)) {
    const before = satisfier(history[latest.package] as Assignment[], term, latest.set) as Assignment;
    previousLevel = Math.max(previousLevel, before.level);
  }
  return { assignment: latest, previousLevel };
}

/** Resolve two incompatibilities over a package: its terms are joined, all others must hold together. */
function resolvent(
  state: SearchState,
  left: Incompatibility,
  right: Incompatibility,
  over: number,
): Incompatibility {
  const packages: number[] = [];
  const terms: VersionSet[] = [];
  const add = (package_: number, set: VersionSet): void => {
    packages.push(package_);
    terms.push(set);
  };
  for (const [index, package_] of left.packages.entries()) {
    const mine = left.sets[index] as VersionSet;
    const place = right.packages.indexOf(package_);
    const theirs = place < 0 ? undefined : (right.sets[place] as VersionSet);
    if (package_ !== over) add(package_, theirs === undefined ? mine : sets.intersect(mine, theirs));
    else if (theirs !== undefined) {
      const either = sets.union(mine, theirs);
      const full = state.question.packages[package_]?.full ?? either;
      if (!sets.isSubset(full, either)) add(package_, either);
    }
  }
  for (const [index, package_] of right.packages.entries()) {
    if (!left.packages.includes(package_)) add(package_, right.sets[index] as VersionSet);
  }
  return { packages, sets: terms, cause: { kind: 'derived', left, right } };
}
