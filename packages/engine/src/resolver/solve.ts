import type { Outcome } from './solver/search.ts';
import { search } from './solver/search.ts';
import { type Encoding, encoding } from './universe/encoding.ts';
import { questionAbout } from './universe/question-about.ts';
import type { UniverseIndex } from './universe/universe-index.ts';
import type { Wish } from './universe/wish.ts';

/** The outcome of one search, with what its package numbers mean. */
export interface Attempt {
  readonly encoding: Encoding;
  readonly outcome: Outcome;
}

/** Search once. */
export function solve(index: UniverseIndex, wish: Wish, maxSteps: number): Attempt {
  const encoded = encoding(index, wish);
  return { encoding: encoded, outcome: search(questionAbout(encoded), maxSteps) };
}
