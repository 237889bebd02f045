/** Exit codes of every door, documented in docs/errors.md. */
export const EXIT = {
  done: 0,
  error: 1,
  pending: 2,
  unresolved: 3,
  refused: 4,
  moved: 5,
  cancelled: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something that stops a run: what was found and what to do. Nothing has been written. */
export interface Problem {
  readonly kind: 'problem';
  /** Stable, kebab-case, one heading in docs/errors.md. */
  readonly id: string;
  readonly exitCode: ExitCode;
  /** One sentence: what was tried and what stands in the way. */
  readonly found: string;
  /** The next step, in the imperative. */
  readonly todo: string;
  /** Where, `src/server.ts:41`, when there is a place. */
  readonly places?: readonly string[];
  /** What to paste, and where, when an edit was refused. */
  readonly snippets?: readonly Snippet[];
}

/** An edit to make by hand. */
export interface Snippet {
  readonly file: string;
  /** In words: `after the app is created`. */
  readonly where: string;
  readonly text: string;
}

/** A problem on its way through code that returns something else. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.found} ${problem.todo}`);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}
