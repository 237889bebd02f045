import type { Paint } from '@joinery/door';

/** Where people or programs read what a command says. */
export interface Terminal {
  /** The answer: a plan, a list, JSON. */
  out(text: string): void;
  /** Everything else: problems, progress. */
  err(text: string): void;
  readonly paint: Paint;
  /** Whether somebody is there to answer a question. */
  readonly interactive: boolean;
  /** Ask; `undefined` when the person gave up. */
  confirm(question: string): Promise<boolean | undefined>;
  /** Let somebody choose; the index of the choice, `undefined` when the person gave up. */
  choose(question: string, choices: readonly string[]): Promise<number | undefined>;
}
