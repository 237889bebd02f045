import { EXIT, ProblemError } from '@joinery/engine';
import type { ApplyPorts, ApplySettings } from './apply-ports.ts';
import { cancelled, lastLines } from './cancelled.ts';
import type { HostPlace } from './host-place.ts';
import type { Receipt } from './receipt.ts';
import { typeErrors } from './type-errors.ts';

/** The service does not type-check; `errors` says all that is wrong, whoever is to blame. */
export class TypesBroken extends ProblemError {
  readonly errors: readonly string[];

  constructor(errors: readonly string[]) {
    super({
      kind: 'problem',
      id: 'verification-failed',
      exitCode: EXIT.error,
      found: `The service would no longer type-check, so every file was put back:\n\n${lastLines(errors.join('\n'))}`,
      todo: 'Correct what stands in the way, or skip the check with `--verify none`.',
    });
    this.errors = errors;
  }
}

/** Check what must hold after the changes. Throws {@link TypesBroken}, or ProblemError `cancelled`. */
export async function verify(
  host: HostPlace,
  { verify }: Pick<ApplySettings, 'verify'>,
  { run, signal, progress }: ApplyPorts,
): Promise<Pick<Receipt, 'verified'>> {
  if (verify === 'none') return { verified: 'none' };
  progress('Type-checking');
  const errors = await typeErrors(host, run, signal);
  if (signal.aborted) throw new ProblemError(cancelled);
  if (errors === 'no-compiler') return { verified: 'skipped' };
  if (errors.length > 0) throw new TypesBroken(errors);
  return { verified: 'types' };
}
