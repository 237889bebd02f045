import type { Range } from '@joinery/kit';
import semver, { type Comparator, type SemVer } from 'semver';
import { parseRange } from './parse-range.ts';

/**
 * The indexes of the versions that `semver.satisfies`, from sorted versions and without testing each:
 * every comparator is a bound found by binary search. A pre-release counts only when a comparator
 * of the same set names a pre-release of the same major.minor.patch, as npm has it.
 */
export function matching(sorted: readonly SemVer[], range: Range): readonly number[] {
  const found = new Set<number>();
  for (const comparators of parseRange(range).set) {
    const [from, to] = bounds(sorted, comparators);
    for (let index = from; index < to; index++) {
      if (admits(comparators, sorted[index] as SemVer)) found.add(index);
    }
  }
  return [...found];
}

function bounds(sorted: readonly SemVer[], comparators: readonly Comparator[]): [from: number, to: number] {
  let from = 0;
  let to = sorted.length;
  for (const { operator, semver: bound } of comparators) {
    if (isAny(bound)) continue;
    const exact = operator === '' || (operator as string) === '=';
    if (exact || operator === '>=') from = Math.max(from, firstNotBelow(sorted, bound));
    if (operator === '>') from = Math.max(from, firstAbove(sorted, bound));
    if (exact || operator === '<=') to = Math.min(to, firstAbove(sorted, bound));
    if (operator === '<') to = Math.min(to, firstNotBelow(sorted, bound));
  }
  return [from, to];
}

function firstNotBelow(sorted: readonly SemVer[], bound: SemVer): number {
  return firstWhere(sorted, (version) => version.compare(bound) >= 0);
}

function firstAbove(sorted: readonly SemVer[], bound: SemVer): number {
  return firstWhere(sorted, (version) => version.compare(bound) > 0);
}

function firstWhere(sorted: readonly SemVer[], test: (version: SemVer) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(sorted[middle] as SemVer)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function admits(comparators: readonly Comparator[], version: SemVer): boolean {
  if (version.prerelease.length === 0) return true;
  return comparators.some(
    ({ semver: bound }) => !isAny(bound) && bound.prerelease.length > 0 && bound.compareMain(version) === 0,
  );
}

/** The bound of `*`. The types do not know that semver uses a symbol for it. */
function isAny(bound: SemVer): boolean {
  return (bound as unknown) === (semver.Comparator as unknown as { readonly ANY: symbol }).ANY;
}
