import type { Paint } from '@joinery/door';
import type { OpenWindow } from './window.ts';

/** Where people or programs read what a command says. */
export interface Terminal {
  /** The answer: a plan, a list, JSON. */
  out(text: string): void;
  /** Everything else: problems, progress. */
  err(text: string): void;
  /** What is being done, for people who wait; by default, not said. */
  progress?(step: string): void;
  /** Say that something begins which may take a while; call the answer when it is over. */
  busy?(step: string): () => void;
  readonly paint: Paint;
  /** Whether somebody is there to answer a question. */
  readonly interactive: boolean;
  /** Ask; `undefined` when the person gave up. */
  confirm(question: string): Promise<boolean | undefined>;
  /** Let somebody choose; the index of the choice, `undefined` when the person gave up. */
  choose(question: string, choices: readonly string[]): Promise<number | undefined>;
  /** Ask for a line of text; `undefined` when the person gave up. */
  ask(question: string): Promise<string | undefined>;
  /** A window for the composer; absent on a terminal that cannot place text, or for somebody whom moving text does not help. */
  readonly openWindow?: OpenWindow;
}
