import { EXIT, ProblemError } from '@joinery/engine';
import type { ApplyPorts } from './apply-ports.ts';
import { cancelled, lastLines } from './cancelled.ts';
import type { HostPlace } from './host-place.ts';
import { type Journal, writeJournal } from './journal.ts';
import type { Command } from './package-manager.ts';

/** Run the package manager. Throws ProblemError `install-failed` or `cancelled`. */
export async function install(
  host: HostPlace,
  journal: Journal,
  command: Command | undefined,
  { disk, run, signal, progress }: ApplyPorts,
): Promise<void> {
  if (command === undefined) return;
  writeJournal(disk, host, { ...journal, phase: 'installing' });
  progress(`Installing packages with ${command.program}`);
  const { code, output } = await run(command, signal);
  if (signal.aborted) throw new ProblemError(cancelled);
  if (code === 0) return;
  const words = [command.program, ...command.args].join(' ');
  throw new ProblemError({
    kind: 'problem',
    id: 'install-failed',
    exitCode: EXIT.error,
    found: `\`${words}\` failed (exit code ${code}), so every file was put back:\n\n${lastLines(output)}`,
    todo: todoFor(code, command.program),
  });
}

/** What a shell answers, and `run` too, where there is no such program. */
const NO_SUCH_PROGRAM = 127;

function todoFor(code: number, program: string): string {
  const correct =
    code === NO_SUCH_PROGRAM ? `Install \`${program}\`, which this service uses` : 'Correct what it names';
  return `${correct}, and run the command again; or leave the install to yourself with \`--no-install\`.`;
}
