import { EXIT, ProblemError } from '@joinery/engine';
import { type Disk, ifThere } from './disk.ts';
import type { HostPlace } from './host-place.ts';
import { isJournal } from './is-journal.ts';
import { type Journal, journalFolder, readJournal } from './journal.ts';
import { acquireLock } from './lock.ts';
import { finishCommit } from './records.ts';
import { restore } from './restore.ts';

/**
 * Repair what an apply that was killed left behind. Gives a sentence for people when there was something to do.
 * Throws ProblemError `apply-running` while that apply still runs.
 */
export function recover(disk: Disk, host: HostPlace): string | undefined {
  if (ifThere(() => disk.lstatSync(journalFolder(host))) === undefined) return undefined;
  const release = acquireLock(disk, host);
  try {
    return recoverLocked(disk, host);
  } finally {
    release();
  }
}

/** The same, for who holds the lock already. */
export function recoverLocked(disk: Disk, host: HostPlace): string | undefined {
  const journal = read(disk, host);
  if (journal === undefined) {
    finishCommit(disk, host);
    return undefined;
  }
  restore(disk, host, journal);
  const files = journal.entries.filter(({ role }) => role === 'changed').length;
  const install =
    journal.phase === 'installing'
      ? ' It was installing packages: run the install of your package manager.'
      : '';
  return `Found an unfinished apply; restored ${files} ${files === 1 ? 'file' : 'files'} as they were before it.${install}`;
}

function read(disk: Disk, host: HostPlace): Journal | undefined {
  try {
    const journal = readJournal(disk, host);
    if (journal === undefined || isJournal(journal)) return journal;
  } catch {
    // Told below: a journal appears whole, so one that can't be read was not written by us.
  }
  throw new ProblemError({
    kind: 'problem',
    id: 'unreadable-journal',
    exitCode: EXIT.error,
    found: `\`${journalFolder(host)}\` holds the journal of an apply that this version of Joinery cannot read.`,
    todo: 'Run the version that wrote it, or compare the service with git and delete that folder.',
    places: [journalFolder(host)],
  });
}
