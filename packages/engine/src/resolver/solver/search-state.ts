import type { Incompatibility } from './incompatibility.ts';
import { admit, type PartialSolution, partialSolution } from './partial-solution.ts';
import type { Question } from './question.ts';
import { sets } from './version-set.ts';

/** Everything a search keeps while it runs. */
export interface SearchState {
  readonly question: Question;
  readonly solution: PartialSolution;
  readonly incompatibilities: Incompatibility[];
  /** Package → numbers of the incompatibilities that mention it, oldest first. */
  readonly mentions: number[][];
  /** Incompatibility → whether one of its terms is known to be false at this point. */
  readonly contradicted: boolean[];
  /** The contradicted ones in the order they were found, and how many there were at each level's start. */
  readonly contradictions: number[];
  readonly contradictionsAtLevel: number[];
  /** Numbers of facts that offer a choice: at least two terms that absence satisfies. */
  readonly choices: number[];
  /** Package → how much it has taken part in recent conflicts. */
  readonly activity: number[];
  /** What the next conflict adds to the activity of its packages. */
  weight: number;
  /** Terms looked at: the measure of work. */
  steps: number;
}

export function searchState(question: Question): SearchState {
  const state: SearchState = {
    question,
    solution: partialSolution(),
    incompatibilities: [],
    mentions: [],
    contradicted: [],
    contradictions: [],
    contradictionsAtLevel: [],
    choices: [],
    activity: [],
    weight: 1,
    steps: 0,
  };
  remember(state, question.start);
  return state;
}

/** Add incompatibilities, and room for the packages they brought along. */
export function remember(state: SearchState, added: readonly Incompatibility[]): void {
  const { packages } = state.question;
  admit(state.solution, packages);
  while (state.mentions.length < packages.length) {
    state.mentions.push([]);
    state.activity.push(0);
  }
  for (const incompatibility of added) {
    const number = state.incompatibilities.push(incompatibility) - 1;
    state.contradicted.push(false);
    for (const package_ of incompatibility.packages) state.mentions[package_]?.push(number);
    if (offersChoice(incompatibility)) state.choices.push(number);
  }
}

/** Note, until the search backtracks below this level, that an incompatibility can't apply. */
export function markContradicted(state: SearchState, number: number): void {
  state.contradicted[number] = true;
  state.contradictions.push(number);
}

/** Forget the contradictions found above a level. */
export function forgetContradictions(state: SearchState, level: number): void {
  const keep = state.contradictionsAtLevel[level];
  if (keep === undefined) return;
  for (const number of state.contradictions.splice(keep)) state.contradicted[number] = false;
  state.contradictionsAtLevel.length = level;
}

function offersChoice(incompatibility: Incompatibility): boolean {
  if (incompatibility.cause.kind !== 'fact') return false;
  return incompatibility.sets.filter(sets.mayBeAbsent).length > 1;
}
