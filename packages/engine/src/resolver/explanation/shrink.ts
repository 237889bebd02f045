import type { Incompatibility } from '../solver/incompatibility.ts';
import type { Package } from '../solver/question.ts';
import { joinWanted } from './join-wanted.ts';
import { mergeAlike } from './merge-alike.ts';
import { type Budget, refute } from './refute.ts';

/**
 * Find a smallest set of facts that still contradict each other: what a conflict is about. Facts alike
 * are merged where the merged one, saying less, is still enough; then QuickXplain leaves out what is not needed.
 */
export function shrink(
  packages: readonly Package[],
  facts: readonly Incompatibility[],
  budget: Budget,
): readonly Incompatibility[] {
  const merged = mergeAlike(packages, facts, budget);
  const needed = quickXplain(packages, [], false, merged, budget);
  return joinWanted(packages, needed);
}

/**
 * Junker's QuickXplain: of `facts`, those without which `background` and the rest would be consistent.
 * When the budget ends everything looks consistent, so too much is kept rather than too little.
 */
function quickXplain(
  packages: readonly Package[],
  background: readonly Incompatibility[],
  grown: boolean,
  facts: readonly Incompatibility[],
  budget: Budget,
): readonly Incompatibility[] {
  if (grown && refute(packages, background, budget) !== undefined) return [];
  if (facts.length <= 1) return facts;
  const middle = Math.floor(facts.length / 2);
  const first = facts.slice(0, middle);
  const second = facts.slice(middle);
  const fromSecond = quickXplain(packages, [...background, ...first], true, second, budget);
  const fromFirst = quickXplain(
    packages,
    [...background, ...fromSecond],
    fromSecond.length > 0,
    first,
    budget,
  );
  return [...fromFirst, ...fromSecond];
}
