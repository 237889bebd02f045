import { type Plan, type Problem, ProblemError } from '@joinery/engine';
import type { ApplyPorts, ApplySettings } from './apply-ports.ts';
import { checkChanges, type Target } from './check-changes.ts';
import type { HostPlace } from './host-place.ts';
import { install } from './install.ts';
import { closeJournal, type Journal } from './journal.ts';
import { acquireLock } from './lock.ts';
import { type Command, findLockfiles, installCommand, missingModules } from './package-manager.ts';
import type { Receipt } from './receipt.ts';
import { recoverLocked } from './recover.ts';
import { rollBack, writeFailed } from './roll-back.ts';
import { typeErrors } from './type-errors.ts';
import { TypesBroken, verify } from './verify.ts';
import { prepare, writeChanges } from './write-changes.ts';

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

async function applyLocked(
  plan: Plan,
  host: HostPlace,
  settings: ApplySettings,
  ports: ApplyPorts,
): Promise<Receipt | Problem> {
  const recovered = recoverLocked(ports.disk, host);
  const targets = checkChanges(ports.disk, host, plan);
  const command = plan.install.needed && settings.install ? installCommand(host, plan) : undefined;
  const journal = prepareOrLeave(host, targets, command, ports);
  try {
    ports.progress(`Writing ${targets.length} files`);
    writeChanges(ports.disk, host, targets);
    await install(host, journal, command, ports);
    const checked = await verify(host, hasPackages(plan, settings) ? settings : { verify: 'none' }, ports);
    closeJournal(ports.disk, host);
    const warnings = [...(recovered === undefined ? [] : [recovered]), ...plan.warnings];
    return receiptOf(plan, targets, command, settings, { ...checked, warnings });
  } catch (error) {
    const problem = rollBack(error, host, journal, ports);
    if (!(error instanceof TypesBroken) || problem.id === 'rollback-failed') return problem;
    return retryOrReport(error, plan, host, command, ports);
  }
}

/**
 * The files are as before again: whatever the compiler says now, it said before us. When nothing else is wrong with the
 * changes, they are written after all; otherwise only what they broke is reported.
 */
async function retryOrReport(
  broken: TypesBroken,
  plan: Plan,
  host: HostPlace,
  command: Command | undefined,
  ports: ApplyPorts,
): Promise<Receipt | Problem> {
  ports.progress('Type-checking without the changes');
  const before = await typeErrors(host, ports.run, ports.signal);
  const ours = broken.errors.filter((error) => before === 'no-compiler' || !before.includes(error));
  if (ours.length === 0) {
    const warning = `The service had ${broken.errors.length} type errors before; these changes add none.`;
    const warned = { ...plan, warnings: [...plan.warnings, warning] };
    return applyLocked(warned, host, { install: command !== undefined, verify: 'none' }, ports);
  }
  if (command !== undefined) {
    ports.progress('Putting the packages back');
    await ports.run(command, ports.signal);
  }
  return new TypesBroken(ours).problem;
}

/** Without its packages the service can't type-check, and that says nothing about the changes. */
function hasPackages(plan: Plan, settings: ApplySettings): boolean {
  return settings.install || !plan.install.needed;
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
