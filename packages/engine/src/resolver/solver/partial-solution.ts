import type { Incompatibility } from './incompatibility.ts';
import { addPending, type Pending, pendingPackages, removePending } from './pending.ts';
import type { Package } from './question.ts';
import { sets, type VersionSet } from './version-set.ts';

/** One step of the trail: a decision (no cause) or a derivation. */
export interface Assignment {
  readonly package: number;
  /** What this step says on its own. */
  readonly set: VersionSet;
  /** What is known of the package from this step on. */
  readonly known: VersionSet;
  readonly level: number;
  readonly cause: Incompatibility | undefined;
  /** Its place in the trail. */
  readonly index: number;
}

/** What has been decided and derived, in order. See docs/resolver.md#partial-solution. */
export interface PartialSolution {
  readonly trail: Assignment[];
  /** Package → its assignments, oldest first. */
  readonly history: Assignment[][];
  /** Package → what is known of it. */
  readonly known: VersionSet[];
  /** Package → how many versions (and absence) are still open. */
  readonly open: number[];
  /** Package → decided version, in order of deciding. */
  readonly chosen: Map<number, number>;
  /** Packages that can no longer be absent and have no version yet, in no order. */
  readonly pending: Pending;
  level: number;
}

export function partialSolution(): PartialSolution {
  return {
    trail: [],
    history: [],
    known: [],
    open: [],
    chosen: new Map(),
    pending: pendingPackages(),
    level: 0,
  };
}

/** Make room for packages reached since the last call. */
export function admit(solution: PartialSolution, packages: readonly Package[]): void {
  for (let package_ = solution.known.length; package_ < packages.length; package_++) {
    const { full } = packages[package_] as Package;
    solution.known.push(full);
    solution.open.push(sets.count(full));
    solution.history.push([]);
  }
}

/** Add what follows from an incompatibility of which only this package's term was open. */
export function derive(
  solution: PartialSolution,
  package_: number,
  set: VersionSet,
  cause: Incompatibility,
): void {
  assign(solution, package_, set, cause);
}

/** Choose a version; everything after it belongs to a new level. */
export function choose(
  solution: PartialSolution,
  package_: number,
  version: number,
  packages: readonly Package[],
): void {
  solution.level++;
  solution.chosen.set(package_, version);
  assign(solution, package_, sets.single(packages[package_]?.versions.length ?? 0, version), undefined);
}

/** Forget every level above the given one. */
export function backtrack(solution: PartialSolution, level: number, packages: readonly Package[]): void {
  for (
    let last = solution.trail.at(-1);
    last !== undefined && last.level > level;
    last = solution.trail.at(-1)
  ) {
    solution.trail.pop();
    const history = solution.history[last.package] ?? [];
    history.pop();
    const known = history.at(-1)?.known ?? packages[last.package]?.full ?? [];
    solution.known[last.package] = known;
    solution.open[last.package] = sets.count(known);
    if (last.cause === undefined) solution.chosen.delete(last.package);
    if (sets.mayBeAbsent(known)) removePending(solution.pending, last.package);
    else if (!solution.chosen.has(last.package)) addPending(solution.pending, last.package);
  }
  solution.level = level;
}

/** The first assignment from which on the package lies in the set, once `also` is known too. */
export function satisfier(
  history: readonly Assignment[],
  set: VersionSet,
  also?: VersionSet,
): Assignment | undefined {
  return history.find(({ known }) =>
    sets.isSubset(also === undefined ? known : sets.intersect(known, also), set),
  );
}

function assign(
  solution: PartialSolution,
  package_: number,
  set: VersionSet,
  cause: Incompatibility | undefined,
): void {
  const before = solution.known[package_] ?? set;
  const known = sets.intersect(before, set);
  if (cause === undefined) removePending(solution.pending, package_);
  else if (sets.mayBeAbsent(before) && !sets.mayBeAbsent(known)) addPending(solution.pending, package_);
  const { level, trail } = solution;
  const assignment = { package: package_, set, known, level, cause, index: trail.length };
  trail.push(assignment);
  solution.history[package_]?.push(assignment);
  solution.known[package_] = known;
  solution.open[package_] = sets.count(known);
}
