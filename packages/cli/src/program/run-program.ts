import { EXIT, type ExitCode, ProblemError } from '@joinery/engine';
import { type Command, CommanderError } from 'commander';
import { answerProblem } from './answer.ts';
import { program } from './program.ts';
import type { World } from './world.ts';

/** Run the command in the arguments, and give its exit code. Nothing escapes as a stack trace. */
export async function runProgram(args: readonly string[], world: World): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const root = program(world, (done) => {
    code = done;
  });
  for (const command of [root, ...root.commands]) quiet(command, world);
  const json = args.includes('--json');
  try {
    await root.parseAsync(wordsOf(args, world), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof ProblemError) return answerProblem(error.problem, json, world.terminal);
    if (error instanceof CommanderError) return commandLine(error, json, world);
    return answerProblem(unexpected(error), json, world.terminal);
  }
}

/** `joinery` alone is the composer where somebody can answer, and the help where nobody can. */
function wordsOf(args: readonly string[], { terminal }: World): string[] {
  if (args.length > 0) return [...args];
  return [terminal.interactive ? 'compose' : '--help'];
}

/** commander writes through our terminal, and throws instead of ending the process. */
function quiet(command: Command, { terminal }: World): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => terminal.out(text),
    writeErr: () => {},
    getOutHasColors: () => false,
  });
}

function commandLine(error: CommanderError, json: boolean, { terminal }: World): ExitCode {
  if (error.exitCode === 0) return EXIT.done;
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
