import type { Problem } from '@joinery/engine';
import type { ApplyPorts, Verification } from './apply-ports.ts';
import type { Target } from './check-changes.ts';
import { type HostPlace, locate } from './host-place.ts';
import { install } from './install.ts';
import { discardJournal, findFile, hashBytes, type Journal, type Story, writeJournal } from './journal.ts';
import { type Command, findLockfiles, installCommand, missingModules } from './package-manager.ts';
import { commitJournal } from './records.ts';
import { rollBack } from './roll-back.ts';
import { type Checked, type Step, VerificationBroken, verify } from './verify.ts';
import { prepare, writeChanges } from './write-changes.ts';

/** Everything that happens between the lock and the receipt. */
export interface Work {
  readonly targets: readonly Target[];
  readonly story: Story;
  /** Whether the package manager runs; it is `story.install` that says how. */
  readonly install: boolean;
  readonly verify: Verification;
  /** Steps of the check that are known to fail without the changes, too. */
  readonly except: readonly Step[];
  /** Paths that must answer with 200 when the service is booted. */
  readonly probes: readonly string[];
}

export type Outcome =
  | { readonly kind: 'done'; readonly checked: Checked }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly broken: VerificationBroken | undefined };

/** Journal, write, install, check, commit; a failure on the way puts every file back. */
export async function transact(work: Work, host: HostPlace, ports: ApplyPorts): Promise<Outcome> {
  const { targets, story } = work;
  const command = work.install && story.install !== null ? installCommand(host, story.install) : undefined;
  const journal = prepareOrLeave(host, work, command, ports);
  try {
    if (targets.length > 0) ports.progress(`Writing ${targets.length} files`);
    writeChanges(ports.disk, host, targets);
    await install(host, journal, command, ports);
    const checked = await verify(host, work, ports);
    if (command !== undefined) recordLockfiles(host, journal, ports);
    commitJournal(ports.disk, host);
    return { kind: 'done', checked };
  } catch (error) {
    const problem = rollBack(error, host, journal, ports);
    const broken =
      error instanceof VerificationBroken && problem.id !== 'rollback-failed' ? error : undefined;
    return { kind: 'failed', problem, broken };
  }
}

/** A disk that is full while the journal is made has not touched the host; only our own folder must go. */
function prepareOrLeave(
  host: HostPlace,
  { targets, story }: Work,
  command: Command | undefined,
  { disk }: ApplyPorts,
): Journal {
  try {
    const guarded = command === undefined ? [] : findLockfiles(disk, host);
    const modules = command ? missingModules(disk, host, command) : null;
    return prepare(disk, host, targets, guarded, modules, story);
  } catch (error) {
    discardJournal(disk, host);
    throw error;
  }
}

/** What the package manager made of its lockfiles, so that undoing knows them again. */
function recordLockfiles(host: HostPlace, journal: Journal, { disk }: ApplyPorts): void {
  const entries = journal.entries.map((entry) => {
    if (entry.role === 'changed') return entry;
    return { ...entry, after: hashBytes(findFile(disk, entry.path, locate(disk, host, entry.path)).bytes) };
  });
  writeJournal(disk, host, { ...journal, phase: 'installing', entries });
}
