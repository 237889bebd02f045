import { decide } from './decide.ts';
import type { Incompatibility } from './incompatibility.ts';
import { backtrack } from './partial-solution.ts';
import { propagate } from './propagate.ts';
import type { Question } from './question.ts';
import { resolveConflict } from './resolve-conflict.ts';
import { forgetContradictions, remember, type SearchState, searchState } from './search-state.ts';

/** How a search ended. */
export type Outcome =
  | { readonly kind: 'solved'; readonly chosen: ReadonlyMap<number, number>; readonly steps: number }
  | { readonly kind: 'conflict'; readonly proof: Incompatibility; readonly steps: number }
  | { readonly kind: 'gave-up'; readonly soFar: Incompatibility; readonly steps: number };

/** Choose versions such that no incompatibility holds, or prove that there are none. See docs/resolver.md#search. */
export function search(question: Question, maxSteps: number): Outcome {
  const state = searchState(question);
  const impossible = question.start.find(({ packages }) => packages.length === 0);
  if (impossible !== undefined) return { kind: 'conflict', proof: impossible, steps: 0 };
  let changed: readonly number[] = question.packages.map((_, package_) => package_);
  for (;;) {
    const conflict = propagate(state, changed);
    if (conflict === undefined) {
      const decided = decide(state);
      if (decided === undefined) return { kind: 'solved', chosen: state.solution.chosen, steps: state.steps };
      changed = [decided];
      continue;
    }
    const lesson = resolveConflict(state, conflict);
    const { incompatibility } = lesson;
    if (lesson.package === undefined) return { kind: 'conflict', proof: incompatibility, steps: state.steps };
    if (state.steps > maxSteps) return { kind: 'gave-up', soFar: incompatibility, steps: state.steps };
    learn(state, incompatibility, lesson.level, conflict);
    changed = [lesson.package];
  }
}

const FADING = 1.05;
const RESCALE_AT = 1e100;

function learn(state: SearchState, lesson: Incompatibility, level: number, conflict: Incompatibility): void {
  backtrack(state.solution, level, state.question.packages);
  forgetContradictions(state, level);
  if (lesson !== conflict) remember(state, [lesson]);
  for (const package_ of lesson.packages)
    state.activity[package_] = (state.activity[package_] ?? 0) + state.weight;
  state.weight *= FADING;
  if (state.weight < RESCALE_AT) return;
  for (const [package_, activity] of state.activity.entries())
    state.activity[package_] = activity / RESCALE_AT;
  state.weight /= RESCALE_AT;
}
