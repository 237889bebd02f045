import { join } from 'node:path';
import { type Disk, errorCode, ifThere, syncFolder } from './disk.ts';
import { type HostPlace, stateFolder } from './host-place.ts';
import { isJournal } from './is-journal.ts';
import { discardJournal, type Journal, journalFolder, replaceJson } from './journal.ts';

/** What the newest applies changed, kept on this machine only: more than these nobody takes back one by one. */
const MOST_RECORDS = 20;
const MOST_BYTES = 16 * 1024 * 1024;

/** The journal of an apply that has ended: what is needed to undo it. */
export interface UndoRecord extends Journal {
  /** Name of its folder; a later one sorts after an earlier one. */
  readonly name: string;
  readonly folder: string;
}

export function recordsFolder(host: HostPlace): string {
  return join(stateFolder(host), 'undo');
}

/**
 * End an apply: one rename makes it final. What is left to do, keeping the journal as a record or dropping it, is
 * finished by the next run if it is interrupted.
 */
export function commitJournal(disk: Disk, host: HostPlace): void {
  const folder = journalFolder(host);
  disk.renameSync(join(folder, 'journal.json'), join(folder, 'done.json'));
  try {
    syncFolder(disk, folder);
    finishCommit(disk, host);
  } catch {
    // The apply is final; `recover` finishes this.
  }
}

/** Do what is left of a commit; sweeps a journal that never began, too. */
export function finishCommit(disk: Disk, host: HostPlace): void {
  const done = readDone(disk, journalFolder(host));
  if (done?.story.end.kind === 'keep') {
    keepRecord(disk, host);
    return;
  }
  const undone = done?.story.end.record ?? null;
  if (undone !== null) dropRecord(disk, host, undone);
  discardJournal(disk, host);
}

/** With the last record goes the folder of all. */
function dropRecord(disk: Disk, host: HostPlace, name: string): void {
  const folder = recordsFolder(host);
  disk.rmSync(join(folder, name), { recursive: true, force: true });
  if (namesOf(disk, host).length === 0) disk.rmSync(folder, { recursive: true, force: true });
}

/** Every record, the newest first. */
export function listRecords(disk: Disk, host: HostPlace): readonly UndoRecord[] {
  return namesOf(disk, host)
    .reverse()
    .flatMap((name) => {
      const folder = join(recordsFolder(host), name);
      const done = readDone(disk, folder);
      return done === undefined ? [] : [{ ...done, name, folder }];
    });
}

/** The apply whose conflicts wait for people, if there is one. */
export function pendingRecord(disk: Disk, host: HostPlace): UndoRecord | undefined {
  const [newest] = listRecords(disk, host);
  return newest !== undefined && newest.story.conflicts.length > 0 ? newest : undefined;
}

/** Write a record anew, its conflicts settled. */
export function replaceRecord(disk: Disk, { name: _, folder, ...journal }: UndoRecord): void {
  replaceJson(disk, folder, 'done.json', journal);
}

function readDone(disk: Disk, folder: string): Journal | undefined {
  const text = ifThere(() => disk.readFileSync(join(folder, 'done.json'), 'utf8'));
  if (text === undefined) return undefined;
  try {
    const journal: unknown = JSON.parse(text);
    return isJournal(journal) ? journal : undefined;
  } catch {
    return undefined;
  }
}

function namesOf(disk: Disk, host: HostPlace): string[] {
  const names = ifThere(() => disk.readdirSync(recordsFolder(host))) ?? [];
  return names.filter((name) => /^\d{6}$/.test(name)).sort();
}

/** Records tell what was on this machine; a file of their own keeps them out of git. */
function keepRecord(disk: Disk, host: HostPlace): void {
  const folder = recordsFolder(host);
  disk.mkdirSync(folder, { recursive: true });
  const ignore = join(folder, '.gitignore');
  if (ifThere(() => disk.lstatSync(ignore)) === undefined) disk.writeFileSync(ignore, '*\n');
  const last = Number(namesOf(disk, host).at(-1) ?? 0);
  disk.renameSync(journalFolder(host), join(folder, String(last + 1).padStart(6, '0')));
  syncFolder(disk, folder);
  dropOldest(disk, host);
}

function dropOldest(disk: Disk, host: HostPlace): void {
  let bytes = 0;
  for (const [index, name] of namesOf(disk, host).reverse().entries()) {
    const folder = join(recordsFolder(host), name);
    bytes += sizeOf(disk, folder);
    if (index > 0 && (index >= MOST_RECORDS || bytes > MOST_BYTES)) {
      disk.rmSync(folder, { recursive: true, force: true });
    }
  }
}

function sizeOf(disk: Disk, folder: string): number {
  try {
    return disk.readdirSync(folder).reduce((sum, name) => sum + disk.statSync(join(folder, name)).size, 0);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return 0;
  }
}
