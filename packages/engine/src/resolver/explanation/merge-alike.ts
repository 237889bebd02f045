import type { Range } from '@joinery/kit';
import type { Declared, Fact } from '../solver/fact.ts';
import { type Incompatibility, saysNothing, stated, type Term } from '../solver/incompatibility.ts';
import type { Package } from '../solver/question.ts';
import { sets, type VersionSet } from '../solver/version-set.ts';
import { type Budget, refute } from './refute.ts';

/**
 * Merge what many versions of a feature say about the same thing into one weaker fact ("`slo` 1.0.0 to
 * 1.9.0 requires `metrics` 1.0.0 to 1.4.0"), wherever the facts still contradict each other afterwards.
 */
export function mergeAlike(
  packages: readonly Package[],
  facts: readonly Incompatibility[],
  budget: Budget,
): readonly Incompatibility[] {
  const groups = new Map<string, Incompatibility[]>();
  for (const [index, fact] of facts.entries()) {
    const key = groupKey(fact) ?? `alone ${index}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  const original = [...groups.values()];
  const weakened = original.map(weaken);
  const allMerged = weakened.map((merged, index) =>
    merged === undefined ? (original[index] ?? []) : [merged],
  );
  if (allMerged.every((group, index) => group === original[index])) return facts;
  if (refute(packages, allMerged.flat(), budget) !== undefined) return allMerged.flat();
  const kept: (readonly Incompatibility[])[] = [...original];
  for (const [index, merged] of weakened.entries()) {
    if (merged === undefined) continue;
    const before = kept[index] ?? [];
    kept[index] = [merged];
    if (refute(packages, kept.flat(), budget) === undefined) kept[index] = before;
  }
  return kept.flat();
}

function groupKey({ cause, packages }: Incompatibility): string | undefined {
  if (cause.kind !== 'fact') return undefined;
  const { fact } = cause;
  if (!('ranges' in fact) && fact.kind !== 'exclusive') return undefined;
  const others = fact.kind === 'requires' ? '' : packages.slice(1).join(',');
  const reason = fact.kind === 'conflicts' ? fact.because : '';
  return [fact.kind, fact.feature, fact.name, others, reason].join('\n');
}

/** One fact that follows from all of a group; none when it would say nothing or there is nothing to merge. */
function weaken(group: readonly Incompatibility[]): Incompatibility | undefined {
  const [first, ...others] = group;
  if (first?.cause.kind !== 'fact' || others.length === 0) return undefined;
  let terms: readonly Term[] = termsOf(first);
  for (const other of others) terms = either(terms, termsOf(other));
  const merged = stated(withRanges(first.cause.fact, group), terms);
  return saysNothing(merged) ? undefined : merged;
}

/** The owner may be any version of both; everything else must be ruled out by both. */
function either(a: readonly Term[], b: readonly Term[]): readonly Term[] {
  const joined = new Map<number, VersionSet>();
  const [ownerA, ...restA] = a;
  const [ownerB, ...restB] = b;
  for (const { package: package_, set } of [...restA, ...restB]) {
    const known = joined.get(package_);
    joined.set(package_, known === undefined ? set : sets.intersect(known, set));
  }
  const owner =
    ownerA === undefined || ownerB === undefined
      ? []
      : [{ ...ownerA, set: sets.union(ownerA.set, ownerB.set) }];
  return [...owner, ...[...joined].map(([package_, set]) => ({ package: package_, set }))];
}

function termsOf({ packages, sets: terms }: Incompatibility): readonly Term[] {
  return packages.map((package_, index) => ({ package: package_, set: terms[index] ?? [] }));
}

function withRanges(fact: Fact, group: readonly Incompatibility[]): Fact {
  if (!('ranges' in fact)) return fact;
  const ranges = group.flatMap(({ cause }): readonly Range[] =>
    cause.kind === 'fact' && 'ranges' in cause.fact ? cause.fact.ranges : [],
  );
  return { ...fact, ranges: [...new Set(ranges)] } satisfies Declared;
}
