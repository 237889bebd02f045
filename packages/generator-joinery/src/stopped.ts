import { composedText, plain } from '@joinery/door';
import type { Composed } from '@joinery/engine';
import { EXIT } from '@joinery/engine';

/** Ends a Yeoman run with a message for people; `yo` prints it and exits with `code`. */
export class Stopped extends Error {
  readonly code: number;

  constructor(why: Composed) {
    super(composedText(why, plain).trimEnd());
    this.name = 'Stopped';
    this.code = why.kind === 'problem' ? why.exitCode : EXIT.unresolved;
  }
}
