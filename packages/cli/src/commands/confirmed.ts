import { EXIT, type ExitCode } from '@joinery/engine';
import type { World } from '../program/world.ts';

/** Without somebody to ask, nothing is written: a script says `--yes` when it means it. */
export async function confirmed(
  question: string,
  { yes, json }: { readonly yes?: boolean; readonly json?: boolean },
  { terminal }: World,
): Promise<'yes' | ExitCode> {
  if (yes === true) return 'yes';
  if (json === true) return EXIT.pending;
  if (!terminal.interactive) {
    terminal.err('\nNothing was written, because nobody can be asked here. Add `--yes` to do it.\n');
    return EXIT.pending;
  }
  const answer = await terminal.confirm(question);
  if (answer === true) return 'yes';
  terminal.err('Cancelled; nothing was written.\n');
  return EXIT.cancelled;
}
