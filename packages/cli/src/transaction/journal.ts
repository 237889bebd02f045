import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { PackageManager } from '@joinery/kit';
import { type Disk, ifThere, syncFolder, writeDurably } from './disk.ts';
import { type HostPlace, stateFolder } from './host-place.ts';

/** One file as it was, and as it is meant to become. Paths are relative to the service's folder. */
export interface JournalEntry {
  readonly path: string;
  /** Whether the plan changes the file, or the package manager may. */
  readonly role: 'changed' | 'guarded';
  /** Hash of the bytes; `null` when there is no file. */
  readonly before: string | null;
  readonly after: string | null;
  /** Name of the copy of the file as it was. */
  readonly image: string | null;
  /** Name of the copy of the file as it became, kept of files that were there before. */
  readonly written: string | null;
}

/** Who installs the packages of an apply, and where. */
export interface InstallPlace {
  readonly manager: PackageManager;
  /** From the service's folder: `.`, `../..`. */
  readonly folder: string;
}

/** What is needed to take an apply back, written before the first change. See docs/decisions/0011-transaction.md. */
export interface Journal {
  readonly schema: 1;
  readonly phase: 'writing' | 'installing';
  readonly entries: readonly JournalEntry[];
  /** Folders that the apply creates, outermost first. */
  readonly folders: readonly string[];
  /** A `node_modules` that was not there before. */
  readonly modules: string | null;
  readonly story: Story;
}

/** What an apply is about: all that its record tells after it has ended. */
export interface Story {
  readonly service: string;
  /** What was asked for: `add health metrics`. */
  readonly label: string;
  /** When it began, as people write it; nothing is decided by it. */
  readonly at: string;
  /** Files that were written with conflict markers; empty once people have settled them. */
  readonly conflicts: readonly string[];
  readonly install: InstallPlace | null;
  /** Whether it becomes a record that can be undone; else the record that it undoes. */
  readonly end: { readonly kind: 'keep' } | { readonly kind: 'drop'; readonly record: string | null };
}

/** A file as found, before anything is written. */
export interface Found {
  readonly path: string;
  readonly file: string;
  readonly bytes: Uint8Array | undefined;
  readonly facts: { readonly mode: number; readonly uid: number; readonly gid: number } | undefined;
}

export function journalFolder(host: HostPlace): string {
  return join(stateFolder(host), 'journal');
}

export function hashBytes(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : `sha256-${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Read a file and what a copy of it must keep. */
export function findFile(disk: Disk, path: string, file: string): Found {
  const facts = ifThere(() => disk.statSync(file));
  const bytes = facts?.isFile() === true ? ifThere(() => disk.readFileSync(file)) : undefined;
  if (facts === undefined || bytes === undefined) return { path, file, bytes: undefined, facts: undefined };
  return { path, file, bytes, facts: { mode: facts.mode & 0o7777, uid: facts.uid, gid: facts.gid } };
}

/** Copy a file into the journal, mode and owner included, so that putting it back is one rename. */
export function keepImage(disk: Disk, host: HostPlace, found: Found, image: string): void {
  if (found.bytes === undefined || found.facts === undefined) return;
  const file = join(journalFolder(host), image);
  writeDurably(disk, file, found.bytes, found.facts.mode);
  keepOwner(disk, file, found.facts);
}

/** Only root can give files away, and only then does it matter. */
export function keepOwner(
  disk: Disk,
  file: string,
  facts: { readonly uid: number; readonly gid: number },
): void {
  if (process.getuid?.() === 0 && (facts.uid !== 0 || facts.gid !== 0)) {
    disk.chownSync(file, facts.uid, facts.gid);
  }
}

/** From here on a crash is repaired: the journal appears at once and whole. */
export function writeJournal(disk: Disk, host: HostPlace, journal: Journal): void {
  const folder = journalFolder(host);
  replaceJson(disk, folder, 'journal.json', journal);
  syncFolder(disk, dirname(folder));
}

/** Write JSON so that it appears at once and whole. */
export function replaceJson(disk: Disk, folder: string, name: string, value: unknown): void {
  const next = join(folder, `${name}.next`);
  writeDurably(disk, next, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`), undefined);
  disk.renameSync(next, join(folder, name));
  syncFolder(disk, folder);
}

/** The journal of an apply that did not end; `undefined` when there is none. */
export function readJournal(disk: Disk, host: HostPlace): unknown {
  const text = ifThere(() => disk.readFileSync(join(journalFolder(host), 'journal.json'), 'utf8'));
  return text === undefined ? undefined : JSON.parse(text);
}

/** Forget an apply that was taken back, or that has not begun. */
export function discardJournal(disk: Disk, host: HostPlace): void {
  const folder = journalFolder(host);
  disk.rmSync(join(folder, 'journal.json'), { force: true });
  try {
    disk.rmSync(folder, { recursive: true, force: true });
  } catch {
    // What is left means nothing without journal.json, and the next apply sweeps it.
  }
}
