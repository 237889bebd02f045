import { EXIT, type Plan, type Problem, ProblemError } from '@joinery/engine';
import { checkChanges, type Target } from './check-changes.ts';
import { type Disk, errorCode } from './disk.ts';
import type { HostPlace } from './host-place.ts';
import { closeJournal, type Journal, writeJournal } from './journal.ts';
import { acquireLock } from './lock.ts';
import { type Command, findLockfiles, installCommand, missingModules, type Run } from './package-manager.ts';
import type { Receipt } from './receipt.ts';
import { recoverLocked } from './recover.ts';
import { restore } from './restore.ts';
import { typeErrors } from './type-errors.ts';
import { prepare, writeChanges } from './write-changes.ts';

/** What the user chose. */
export interface ApplySettings {
  readonly install: boolean;
  readonly verify: 'none' | 'types';
}

/** The world, as far as applying changes or asks it. */
export interface ApplyPorts {
  readonly disk: Disk;
  readonly run: Run;
  /** Aborted when the user gives up (Ctrl-C). */
  readonly signal: AbortSignal;
  /** Told what is happening, for people who wait. */
  readonly progress: (step: string) => void;
}

/**
 * Write a plan: everything or nothing. Lock, check, journal, rename, install, verify; a failure on the way puts every
 * file back. Decides nothing: the plan holds the final text of each file.
 */
export async function apply(
  plan: Plan,
  host: HostPlace,
  settings: ApplySettings,
  ports: ApplyPorts,
): Promise<Receipt | Problem> {
  try {
    const release = acquireLock(ports.disk, host);
    try {
      return await applyLocked(plan, host, settings, ports);
    } finally {
      release();
    }
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    return writeFailed(error, 'Nothing was written.');
  }
}

async function applyLocked(plan: Plan, host: HostPlace, settings: ApplySettings, ports: ApplyPorts) {
  const recovered = recoverLocked(ports.disk, host);
  const targets = checkChanges(ports.disk, host, plan);
  const command = plan.install.needed && settings.install ? installCommand(host, plan) : undefined;
  const journal = prepareOrLeave(host, targets, command, ports);
  try {
    ports.progress(`Writing ${targets.length} files`);
    writeChanges(ports.disk, host, targets);
    await install(host, journal, command, ports);
    const checked = await verify(host, settings, ports);
    closeJournal(ports.disk, host);
    const warnings = [...(recovered === undefined ? [] : [recovered]), ...plan.warnings, ...checked.warnings];
    return receiptOf(plan, targets, command, settings, { ...checked, warnings });
  } catch (error) {
    return rollBack(error, host, journal, ports);
  }
}

/** A disk that is full while the journal is made has not touched the host; only our own folder must go. */
function prepareOrLeave(
  host: HostPlace,
  targets: readonly Target[],
  command: Command | undefined,
  { disk }: ApplyPorts,
): Journal {
  try {
    const guarded = command === undefined ? [] : findLockfiles(disk, host);
    return prepare(disk, host, targets, guarded, command ? missingModules(disk, host, command) : null);
  } catch (error) {
    closeJournal(disk, host);
    throw error;
  }
}

async function install(
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
  throw new ProblemError({
    kind: 'problem',
    id: 'install-failed',
    exitCode: EXIT.error,
    found: `\`${[command.program, ...command.args].join(' ')}\` failed (exit code ${code}), so every file was put back:\n\n${lastLines(output)}`,
    todo: 'Correct what it names and run the command again, or leave the install to yourself with `--no-install`.',
  });
}

async function verify(host: HostPlace, { verify }: ApplySettings, { run, signal, progress }: ApplyPorts) {
  if (verify === 'none') return { verified: 'none', warnings: [] } as const;
  progress('Type-checking');
  const errors = await typeErrors(host, run, signal);
  if (signal.aborted) throw new ProblemError(cancelled);
  if (errors === 'no-compiler') return { verified: 'skipped', warnings: [] } as const;
  if (errors.length === 0) return { verified: 'types', warnings: [] } as const;
  throw new ProblemError({
    kind: 'problem',
    id: 'verification-failed',
    exitCode: EXIT.error,
    found: `The service does not type-check with these changes, so every file was put back:\n\n${lastLines(errors.join('\n'))}`,
    todo: 'If it did not before either, correct that first, or skip the check with `--verify none`.',
  });
}

function rollBack(error: unknown, host: HostPlace, journal: Journal, { disk }: ApplyPorts): Problem {
  try {
    restore(disk, host, journal);
  } catch (second) {
    const reason = second instanceof ProblemError ? second.problem.found : errorCode(second);
    return {
      kind: 'problem',
      id: 'rollback-failed',
      exitCode: EXIT.error,
      found: `Applying failed (${describe(error)}), and putting the files back failed too (${reason}).`,
      todo: 'Correct that; the next `joinery` command in this service puts the files back before anything else.',
    };
  }
  if (error instanceof ProblemError) return error.problem;
  return writeFailed(error, 'Every file was put back.');
}

function writeFailed(error: unknown, outcome: string): Problem {
  return {
    kind: 'problem',
    id: 'write-failed',
    exitCode: EXIT.error,
    found: `The changes could not be written: ${describe(error)}. ${outcome}`,
    todo: 'Correct that (room on the disk, permissions), then run the command again.',
  };
}

const cancelled: Problem = {
  kind: 'problem',
  id: 'cancelled',
  exitCode: EXIT.cancelled,
  found: 'Cancelled; every file was put back.',
  todo: 'Run the command again when you like.',
};

function describe(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.found;
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}

function lastLines(output: string): string {
  return output.split('\n').slice(-20).join('\n');
}

function receiptOf(
  plan: Plan,
  targets: readonly Target[],
  command: Command | undefined,
  settings: ApplySettings,
  checked: Pick<Receipt, 'verified' | 'warnings'>,
): Receipt {
  const skipped = plan.install.needed && !settings.install;
  return {
    kind: 'receipt',
    schema: 1,
    service: plan.service,
    features: plan.features,
    written: targets.map(({ change }) => ({ kind: change.kind, path: change.path })),
    install: command !== undefined ? 'done' : skipped ? 'skipped' : 'not-needed',
    notes: plan.notes,
    ...checked,
  };
}
