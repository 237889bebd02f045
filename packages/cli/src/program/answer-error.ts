import { EXIT, type ExitCode, ProblemError } from '@joinery/engine';
import { CommanderError } from 'commander';
import type { Terminal } from '../terminal/terminal.ts';
import { answerProblem } from './answer.ts';

/** Say why a command ended early: a problem, a command line that cannot be understood, or a fault of ours. */
export function answerError(error: unknown, json: boolean, terminal: Terminal): ExitCode {
  if (error instanceof ProblemError) return answerProblem(error.problem, json, terminal);
  if (error instanceof CommanderError) return commandLine(error, json, terminal);
  return answerProblem(unexpected(error), json, terminal);
}

function commandLine(error: CommanderError, json: boolean, terminal: Terminal): ExitCode {
  const [found = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  return answerProblem(
    {
      kind: 'problem',
      id: 'invalid-command',
      exitCode: EXIT.error,
      found: `The command cannot be understood: ${found}.`.replace(/\.+$/, '.'),
      todo:
        suggestion === undefined
          ? '`joinery --help` shows every command.'
          : suggestion.replace(/^\(|\)$/g, ''),
    },
    json,
    terminal,
  );
}

function unexpected(error: unknown) {
  const message = error instanceof Error ? error.message : String(error);
  if (process.env.JOINERY_DEBUG !== undefined && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  return {
    kind: 'problem',
    id: 'unexpected',
    exitCode: EXIT.error,
    found: `Joinery came upon something it did not expect: ${message}`,
    todo: 'This is a fault of Joinery: please report it, with what `JOINERY_DEBUG=1` prints.',
  } as const;
}
