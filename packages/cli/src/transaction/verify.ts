import { EXIT, ProblemError } from '@joinery/engine';
import type { ApplyPorts, Verification } from './apply-ports.ts';
import { bootErrors } from './boot-errors.ts';
import { cancelled, lastLines } from './cancelled.ts';
import type { HostPlace } from './host-place.ts';
import { testErrors } from './test-errors.ts';
import { typeErrors } from './type-errors.ts';

/** One thing that is checked. */
export type Step = Exclude<Verification, 'none'>;

const STEPS: Readonly<Record<Verification, readonly Step[]>> = {
  none: [],
  types: ['types'],
  tests: ['types', 'tests'],
  boot: ['types', 'boot'],
};

/** What went well, and what could not be checked. */
export interface Checked {
  readonly verified: Verification | 'skipped';
  readonly warnings: readonly string[];
}

/** What is to be checked, and how. */
export interface ToVerify {
  readonly verify: Verification;
  readonly except: readonly Step[];
  readonly probes: readonly string[];
}

/** A step of the check fails; `errors` says all that is wrong, whoever is to blame. */
export class VerificationBroken extends ProblemError {
  readonly step: Step;
  readonly errors: readonly string[];

  constructor(step: Step, errors: readonly string[]) {
    super({
      kind: 'problem',
      id: 'verification-failed',
      exitCode: EXIT.error,
      found: `${SENTENCES[step]}, so every file was put back:\n\n${lastLines(errors.join('\n'))}`,
      todo: 'Correct what stands in the way, or skip the check with `--verify none`.',
    });
    this.step = step;
    this.errors = errors;
  }
}

const SENTENCES: Readonly<Record<Step, string>> = {
  types: 'The service would no longer type-check',
  tests: 'The tests of the service would fail',
  boot: 'The service would not start',
};

/** The same, with only the errors that count. */
export function withErrors({ step }: VerificationBroken, errors: readonly string[]): VerificationBroken {
  return new VerificationBroken(step, errors);
}

/** Check what must hold after the changes. Throws {@link VerificationBroken}, or ProblemError `cancelled`. */
export async function verify(host: HostPlace, asked: ToVerify, ports: ApplyPorts): Promise<Checked> {
  if (asked.verify === 'none') return { verified: 'none', warnings: [] };
  let verified: Checked['verified'] = 'skipped';
  const warnings: string[] = [];
  for (const step of STEPS[asked.verify].filter((one) => !asked.except.includes(one))) {
    ports.progress(PROGRESS[step]);
    const errors = await CHECKS[step](host, asked, ports);
    if (ports.signal.aborted) throw new ProblemError(cancelled);
    if (typeof errors === 'string') {
      if (step !== 'types') warnings.push(errors);
      continue;
    }
    if (errors.length > 0) throw new VerificationBroken(step, errors);
    verified = step;
  }
  const skipped = asked.except.length > 0 && verified === 'skipped' ? 'none' : verified;
  return { verified: skipped, warnings };
}

/** What fails of a step right now; nothing when it can't be told. */
export async function failures(
  step: Step,
  host: HostPlace,
  asked: ToVerify,
  ports: ApplyPorts,
): Promise<readonly string[]> {
  const errors = await CHECKS[step](host, asked, ports);
  return typeof errors === 'string' ? [] : errors;
}

const PROGRESS: Readonly<Record<Step, string>> = {
  types: 'Type-checking',
  tests: 'Running the tests of the service',
  boot: 'Starting the service',
};

/** Each gives what is wrong, or a sentence that says why it can't be checked. */
type Check = (host: HostPlace, asked: ToVerify, ports: ApplyPorts) => Promise<readonly string[] | string>;

const CHECKS: Readonly<Record<Step, Check>> = {
  types: (host, _, { run, signal }) => typeErrors(host, run, signal),
  tests: (host, _, ports) => testErrors(host, ports),
  boot: (host, { probes }, { run, signal }) => bootErrors(host, probes, run, signal),
};
