import type { ExitCode } from '@joinery/engine';
import { type Command, CommanderError } from 'commander';
import { program } from './program.ts';
import { voiced, voiceOf } from './voice.ts';
import type { World } from './world.ts';

/**
 * Run the command in the arguments, and give its exit code. Nothing escapes as a stack trace. `before` runs before a
 * command, but not before the help.
 */
export async function runProgram(
  args: readonly string[],
  outer: World,
  before: () => Promise<void> = async () => {},
): Promise<ExitCode> {
  const world = { ...outer, terminal: voiced(outer.terminal, voiceOf(args), args, () => performance.now()) };
  let code: ExitCode = 0;
  const root = program(world, (done) => {
    code = done;
  });
  root.hook('preAction', before);
  for (const command of [root, ...root.commands]) quiet(command, world);
  const json = args.includes('--json');
  try {
    await root.parseAsync(wordsOf(args, world), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { answerError } = await import('./answer-error.ts');
    return answerError(error, json, world.terminal);
  }
}

/** `joinery` alone, or told only where, is the composer where somebody can answer, and the help where nobody can. */
function wordsOf(args: readonly string[], { terminal }: World): string[] {
  const onlyWhere = args.length === 2 && (args[0] === '-C' || args[0] === '--cwd');
  if (args.length > 0 && !onlyWhere) return [...args];
  return [...args, terminal.interactive ? 'compose' : '--help'];
}

/** commander writes through our terminal, and throws instead of ending the process. */
function quiet(command: Command, { terminal }: World): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => terminal.out(text),
    writeErr: () => {},
    getOutHasColors: () => false,
  });
}
