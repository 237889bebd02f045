import { dirname, join, resolve } from 'node:path';
import { EXIT, ProblemError } from '@joinery/engine';
import { type Disk, ifThere, removeIfEmpty, syncFolder } from './disk.ts';
import { type HostPlace, locate } from './host-place.ts';
import {
  discardJournal,
  findFile,
  hashBytes,
  type Journal,
  type JournalEntry,
  journalFolder,
} from './journal.ts';

/**
 * Put every file of a journal back as it was. Can be interrupted and run again. Throws ProblemError
 * `unfinished-apply-edited`, changing nothing, when people have edited a file in between.
 */
export function restore(disk: Disk, host: HostPlace, journal: Journal): void {
  const changed = journal.entries.filter((entry) => currentHash(disk, host, entry) !== entry.before);
  const edited = changed.filter((entry) => isEdited(entry, currentHash(disk, host, entry)));
  if (edited.length > 0) throw editedSince(host, edited);
  for (const entry of changed) putBack(disk, host, entry);
  for (const folder of [...journal.folders].reverse()) removeIfEmpty(disk, resolve(host.folder, folder));
  if (journal.modules !== null) {
    disk.rmSync(locate(disk, host, journal.modules), { recursive: true, force: true });
  }
  discardJournal(disk, host);
}

/** What the package manager wrote is nobody's edit; what the plan wrote is known by its hash. */
function isEdited(entry: JournalEntry, current: string | null): boolean {
  return entry.role === 'changed' && current !== entry.after;
}

function currentHash(disk: Disk, host: HostPlace, { path }: JournalEntry): string | null {
  return hashBytes(findFile(disk, path, locate(disk, host, path)).bytes);
}

function putBack(disk: Disk, host: HostPlace, entry: JournalEntry): void {
  const file = locate(disk, host, entry.path);
  if (entry.image === null) {
    ifThere(() => disk.unlinkSync(file));
    return;
  }
  disk.mkdirSync(dirname(file), { recursive: true });
  disk.renameSync(join(journalFolder(host), entry.image), file);
  syncFolder(disk, dirname(file));
}

function editedSince(host: HostPlace, entries: readonly JournalEntry[]): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'unfinished-apply-edited',
    exitCode: EXIT.error,
    found:
      'An earlier apply did not end, and files it had changed were edited since, so it cannot be taken back.',
    todo: `Put your edits of these files aside and run the command again, or delete \`${journalFolder(host)}\` to keep everything as it is now.`,
    places: entries.map(({ path }) => path),
  });
}
