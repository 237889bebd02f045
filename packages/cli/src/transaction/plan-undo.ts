import { join } from 'node:path';
import { EXIT, type MergeOutcome, type Problem } from '@joinery/engine';
import type { Target } from './check-changes.ts';
import { type Disk, ifThere } from './disk.ts';
import { type HostPlace, locate } from './host-place.ts';
import { type Found, findFile, hashBytes, type JournalEntry } from './journal.ts';
import type { UndoRecord } from './records.ts';

/** How an apply is taken back. */
export interface UndoPlan {
  readonly kind: 'undo';
  readonly record: UndoRecord;
  readonly targets: readonly Target[];
  /** Files that people edited since, and that keep those edits. */
  readonly merged: readonly string[];
  /** Files that the apply created and people edited since: they stay. */
  readonly kept: readonly string[];
}

/** What undoing may do with files that people edited since. */
export interface UndoWays {
  readonly merge: (base: string, ours: string, theirs: string, path: string) => MergeOutcome;
  /** Put every file back as it was, edits or not. */
  readonly force: boolean;
  /** Files whose edits are the settling of conflicts, which goes with the apply. */
  readonly settled: readonly string[];
}

/**
 * Find out what taking an apply back changes. What people edited since stays where it can; where it can't, the answer is
 * a problem that names the files.
 */
export function planUndo(
  disk: Disk,
  host: HostPlace,
  record: UndoRecord,
  ways: UndoWays,
): UndoPlan | Problem {
  const merged: string[] = [];
  const kept: string[] = [];
  const stuck: string[] = [];
  const targets = record.entries.flatMap((entry): readonly Target[] => {
    const found = findFile(disk, entry.path, locate(disk, host, entry.path));
    const current = hashBytes(found.bytes);
    if (current === entry.before) return [];
    if (entry.role === 'guarded') return current === entry.after ? [target(disk, record, entry, found)] : [];
    const isOurs = current === entry.after || ways.force || ways.settled.includes(entry.path);
    if (isOurs) return [target(disk, record, entry, found)];
    if (entry.before === null && found.bytes === undefined) return [];
    if (entry.before === null || entry.after === null) {
      kept.push(entry.path);
      return [];
    }
    const text = mergeBack(disk, record, entry, found, ways);
    if (text === undefined) stuck.push(entry.path);
    else merged.push(entry.path);
    return text === undefined
      ? []
      : [{ kind: 'update', path: entry.path, found, bytes: new TextEncoder().encode(text) }];
  });
  if (stuck.length > 0) return editedSince(record, stuck);
  return { kind: 'undo', record, targets, merged, kept };
}

function target(disk: Disk, { folder }: UndoRecord, { path, image }: JournalEntry, found: Found): Target {
  if (image === null) return { kind: 'delete', path, found, bytes: undefined };
  const file = join(folder, image);
  const mode = disk.statSync(file).mode & 0o7777;
  const kind = found.bytes === undefined ? 'create' : 'update';
  return { kind, path, found, bytes: disk.readFileSync(file), mode };
}

/** Three ways: from what the apply wrote, to what people made of it and to what was there before. */
function mergeBack(
  disk: Disk,
  { folder }: UndoRecord,
  entry: JournalEntry,
  { bytes }: Found,
  { merge }: UndoWays,
): string | undefined {
  const read = (name: string | null) =>
    name === null ? undefined : ifThere(() => disk.readFileSync(join(folder, name)));
  const [written, before] = [read(entry.written), read(entry.image)];
  if (written === undefined || before === undefined || hashBytes(written) !== entry.after) return undefined;
  const [base, ours, theirs] = [written, bytes, before].map((each) => new TextDecoder().decode(each));
  const outcome = merge(base ?? '', ours ?? '', theirs ?? '', entry.path);
  return outcome.kind === 'merged' ? outcome.text : undefined;
}

function editedSince({ story }: UndoRecord, places: readonly string[]): Problem {
  return {
    kind: 'problem',
    id: 'undo-edited',
    exitCode: EXIT.moved,
    found: `\`joinery ${story.label}\` cannot be taken back: the same lines were changed since. Nothing was written.`,
    todo: 'Take those edits back, or put the files back as they were with `--force`; your edits in them are lost then.',
    places,
  };
}
