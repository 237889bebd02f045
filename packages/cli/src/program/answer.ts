import { composedText, problemText } from '@joinery/door';
import { type Composed, EXIT, type ExitCode, type Problem } from '@joinery/engine';
import type { Terminal } from '../terminal/terminal.ts';

/** Say why a command stops; with `--json` on standard output, where the answer would be. */
export function answerProblem(problem: Problem, json: boolean, terminal: Terminal): ExitCode {
  if (json) answerJson(problem, terminal);
  else terminal.err(problemText(problem, terminal.paint));
  return problem.exitCode;
}

/** Say that composing gave no plan. */
export function answerNoPlan(
  composed: Exclude<Composed, { kind: 'plan' }>,
  json: boolean,
  terminal: Terminal,
): ExitCode {
  if (composed.kind === 'problem') return answerProblem(composed, json, terminal);
  if (json) answerJson(composed, terminal);
  else terminal.err(composedText(composed, terminal.paint));
  return EXIT.unresolved;
}

export function answerJson(value: unknown, terminal: Terminal): void {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`);
}
