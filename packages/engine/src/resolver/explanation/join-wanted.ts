import type { Range } from '@joinery/kit';
import { type Incompatibility, stated } from '../solver/incompatibility.ts';
import type { Package } from '../solver/question.ts';
import { sets } from '../solver/version-set.ts';

/** Say "you asked for `slo ^2`" once where "`slo` must be there" and "`slo` must be in ^2" are both needed. */
export function joinWanted(
  packages: readonly Package[],
  facts: readonly Incompatibility[],
): readonly Incompatibility[] {
  const ranges = new Map<string, Incompatibility>();
  for (const fact of facts) {
    if (fact.cause.kind === 'fact' && fact.cause.fact.kind === 'range')
      ranges.set(fact.cause.fact.feature, fact);
  }
  const joined = new Set<Incompatibility>();
  const result = facts.map((fact) => {
    if (fact.cause.kind !== 'fact' || fact.cause.fact.kind !== 'present') return fact;
    const { feature } = fact.cause.fact;
    const range = ranges.get(feature);
    if (range?.cause.kind !== 'fact' || range.cause.fact.kind !== 'range') return fact;
    joined.add(range);
    return both(packages, range.cause.fact, fact, range);
  });
  return result.filter((fact) => !joined.has(fact));
}

/** Neither absent nor outside the range. When nothing is in the range, nothing more has to be said. */
function both(
  packages: readonly Package[],
  { feature, range }: { readonly feature: string; readonly range: Range },
  present: Incompatibility,
  inRange: Incompatibility,
): Incompatibility {
  const [package_ = 0] = present.packages;
  const [absent = [], outside = []] = [present.sets[0], inRange.sets[0]];
  const either = sets.union(absent, outside);
  const isAll = sets.isSubset(packages[package_]?.full ?? [], either);
  return stated({ kind: 'asked', feature, range }, isAll ? [] : [{ package: package_, set: either }]);
}
