import type { Incompatibility } from '../solver/incompatibility.ts';
import type { Package, Question } from '../solver/question.ts';
import { search } from '../solver/search.ts';
import { sets } from '../solver/version-set.ts';

/** Work that may still be done. Counted down by whoever does it. */
export interface Budget {
  steps: number;
}

/** Prove that facts contradict each other, using nothing else. `undefined`: they do not, or it can't be told in time. */
export function refute(
  packages: readonly Package[],
  facts: readonly Incompatibility[],
  budget: Budget,
): Incompatibility | undefined {
  if (budget.steps <= 0) return undefined;
  const question: Question = {
    packages,
    start: facts,
    load: () => [],
    pick: (_, allowed) => sets.newest(allowed),
  };
  const outcome = search(question, budget.steps);
  // Setting up costs as well, so that a budget ends even when every search is trivial.
  budget.steps -= outcome.steps + facts.length;
  return outcome.kind === 'conflict' ? outcome.proof : undefined;
}
