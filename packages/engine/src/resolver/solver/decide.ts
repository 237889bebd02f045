import type { Incompatibility } from './incompatibility.ts';
import { choose } from './partial-solution.ts';
import { remember, type SearchState } from './search-state.ts';
import { RELATION, sets, type VersionSet } from './version-set.ts';

/**
 * Choose the next version. Returns the package that changed; none when nothing is left to choose.
 * What must be present comes first: the package most often in conflict, then the one with the fewest
 * versions left. Only then a provider is picked where several would do. See docs/resolver.md#deciding.
 */
export function decide(state: SearchState): number | undefined {
  const next = neededPackage(state) ?? openChoice(state);
  if (next === undefined) return undefined;
  const { solution, question } = state;
  const version = question.pick(next.package, next.allowed, solution.chosen);
  const added = question.load(next.package, version);
  remember(state, added);
  // A version that is already impossible is left to propagation, which rules out all like it at once.
  if (added.some((incompatibility) => rulesOut(state, incompatibility, next.package, version)))
    return next.package;
  choose(solution, next.package, version, question.packages);
  state.contradictionsAtLevel[solution.level - 1] = state.contradictions.length;
  return next.package;
}

interface Candidate {
  readonly package: number;
  readonly allowed: VersionSet;
}

function neededPackage({ solution, activity }: SearchState): Candidate | undefined {
  const { known, pending, open } = solution;
  let best = -1;
  for (const package_ of pending.packages) {
    if (best < 0 || isMoreUrgent(package_, best, activity, open)) best = package_;
  }
  return best < 0 ? undefined : { package: best, allowed: known[best] as VersionSet };
}

function isMoreUrgent(a: number, b: number, activity: readonly number[], open: readonly number[]): boolean {
  const difference = (activity[a] as number) - (activity[b] as number);
  if (difference !== 0) return difference > 0;
  const fewer = (open[b] as number) - (open[a] as number);
  return fewer > 0 || (fewer === 0 && a < b);
}

function openChoice(state: SearchState): Candidate | undefined {
  let best: Candidate | undefined;
  let bestActivity = -1;
  state.steps += Math.ceil(state.choices.length / 8);
  for (const number of state.choices) {
    if (state.contradicted[number]) continue;
    const provider = firstProvider(state, state.incompatibilities[number] as Incompatibility);
    if (provider === undefined) continue;
    const activity = state.activity[provider.package] as number;
    if (activity > bestActivity) {
      best = provider;
      bestActivity = activity;
    }
  }
  return best;
}

/** The first provider that is open, if the choice has to be made at all. Terms are in order of preference. */
function firstProvider(
  state: SearchState,
  { packages, sets: terms }: Incompatibility,
): Candidate | undefined {
  let first: Candidate | undefined;
  state.steps += packages.length;
  for (let index = 0; index < packages.length; index++) {
    const package_ = packages[index] as number;
    const known = state.solution.known[package_] as VersionSet;
    const term = terms[index] as VersionSet;
    const relation = sets.relate(known, term);
    if (relation === RELATION.contradicted) return undefined;
    if (relation === RELATION.satisfied) continue;
    if (!sets.mayBeAbsent(term)) return undefined;
    const size = state.question.packages[package_]?.versions.length ?? 0;
    first ??= { package: package_, allowed: sets.intersect(known, sets.complement(term, size)) };
  }
  return first;
}

function rulesOut(
  state: SearchState,
  incompatibility: Incompatibility,
  package_: number,
  version: number,
): boolean {
  return incompatibility.packages.every((mentioned, index) => {
    const set = incompatibility.sets[index] as VersionSet;
    if (mentioned === package_) return sets.has(set, version);
    return sets.isSubset(state.solution.known[mentioned] as VersionSet, set);
  });
}
