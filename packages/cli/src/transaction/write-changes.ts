import { dirname, join, relative, sep } from 'node:path';
import type { Target } from './check-changes.ts';
import { type Disk, removeIfEmpty, syncFolder, writeDurably } from './disk.ts';
import { type HostPlace, nearestFolder } from './host-place.ts';
import type { Found } from './journal.ts';
import {
  hashBytes,
  type Journal,
  journalFolder,
  keepImage,
  keepOwner,
  type Story,
  writeJournal,
} from './journal.ts';

/**
 * Make everything ready that needs room on the disk: copies of the files as they are and as they will be, then the
 * journal that says so. Until the journal is there, the host has not been touched.
 */
export function prepare(
  disk: Disk,
  host: HostPlace,
  targets: readonly Target[],
  guarded: readonly Found[],
  modules: string | null,
  story: Story,
): Journal {
  disk.mkdirSync(journalFolder(host), { recursive: true });
  const all = [...targets.map(({ found }) => found), ...guarded];
  all.forEach((found, index) => {
    keepImage(disk, host, found, `before-${index}`);
  });
  targets.forEach((target, index) => {
    stage(disk, host, target, index);
  });
  const journal: Journal = {
    schema: 1,
    phase: 'writing',
    entries: all.map((found, index) => ({
      path: found.path,
      role: index < targets.length ? 'changed' : 'guarded',
      before: hashBytes(found.bytes),
      after: hashBytes(targets[index]?.bytes),
      image: found.bytes === undefined ? null : `before-${index}`,
      written: isReplaced(targets[index]) ? `written-${index}` : null,
    })),
    folders: newFolders(disk, host, targets),
    modules,
    story,
  };
  writeJournal(disk, host, journal);
  return journal;
}

/** Bring the staged files into place, each by one atomic step. */
export function writeChanges(disk: Disk, host: HostPlace, targets: readonly Target[]): void {
  const touched = new Set<string>();
  targets.forEach(({ found, bytes }, index) => {
    const folder = dirname(found.file);
    if (bytes === undefined) disk.unlinkSync(found.file);
    else {
      disk.mkdirSync(folder, { recursive: true });
      disk.renameSync(join(journalFolder(host), `after-${index}`), found.file);
    }
    touched.add(folder);
  });
  for (const folder of touched) syncFolder(disk, folder);
  const emptied = targets.filter(({ bytes }) => bytes === undefined).map(({ found }) => dirname(found.file));
  for (const folder of emptied) removeEmptied(disk, host, folder);
}

function stage(disk: Disk, host: HostPlace, target: Target, index: number): void {
  const { bytes, found, mode } = target;
  if (bytes === undefined) return;
  const file = join(journalFolder(host), `after-${index}`);
  writeDurably(disk, file, bytes, found.facts?.mode ?? mode);
  if (found.facts !== undefined) keepOwner(disk, file, found.facts);
  // Only needed to undo, and checked by its hash then: not worth waiting for the disk.
  if (isReplaced(target)) disk.writeFileSync(join(journalFolder(host), `written-${index}`), bytes);
}

function isReplaced(target: Target | undefined): boolean {
  return target?.bytes !== undefined && target.found.bytes !== undefined;
}

/** Folders that don't exist yet, outermost first, relative to the service. */
function newFolders(disk: Disk, host: HostPlace, targets: readonly Target[]): readonly string[] {
  const folders = new Set<string>();
  for (const { found, bytes } of targets) {
    if (bytes === undefined) continue;
    const existing = nearestFolder(disk, dirname(found.file));
    const missing = relative(existing, dirname(found.file)).split(sep).filter(Boolean);
    missing.forEach((_, index) => {
      folders.add(relative(host.folder, join(existing, ...missing.slice(0, index + 1))));
    });
  }
  return [...folders].sort();
}

/** A folder whose last file was deleted goes too, and so on upwards, never the service's own. */
function removeEmptied(disk: Disk, host: HostPlace, folder: string): void {
  if (folder === host.folder || !folder.startsWith(host.folder + sep)) return;
  if (removeIfEmpty(disk, folder)) removeEmptied(disk, host, dirname(folder));
}
