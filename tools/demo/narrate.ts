import pc from 'picocolors';
import { joineryBin, ROOT } from '../running/joinery.ts';
import { runOrThrow } from '../running/run-command.ts';
import { showCommand } from '../running/show-command.ts';

let steps = 0;

/** Announce a step, and take it. */
export function narrate<Result>(title: string, step: () => Promise<Result>): Promise<Result> {
  steps += 1;
  say(`\n${pc.bold(pc.cyan(`${steps}. ${title}`))}`);
  return step();
}

export interface Showing {
  /** The folder to run in; this checkout unless told. */
  readonly in?: string;
  /** Print its output only if it fails. */
  readonly quiet?: boolean;
  /** Arguments that hold spaces. */
  readonly more?: readonly string[];
}

/** Print a command as one would type it, and run it; it must succeed. */
export async function shown(command: string, showing: Showing): Promise<void> {
  const more = showing.more ?? [];
  say(pc.dim(`\n$ ${[command, ...more.map((word) => JSON.stringify(word))].join(' ')}`));
  const words = [...programOf(command), ...more];
  const place = { cwd: showing.in ?? ROOT, env: { FORCE_COLOR: pc.isColorSupported ? '1' : '0' } };
  if (showing.quiet === true) {
    await runOrThrow(words, place);
    say(pc.green('✓'));
    return;
  }
  const exitCode = await showCommand(words, place);
  if (exitCode !== 0) throw new Error(`\`${command}\` exited with ${exitCode}.`);
}

/** `joinery` is the command built in this checkout. */
function programOf(command: string): readonly string[] {
  const words = command.split(' ');
  return words[0] === 'joinery' ? [process.execPath, joineryBin(), ...words.slice(1)] : words;
}

export function say(text: string): void {
  console.log(text);
}
