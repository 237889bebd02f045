import { constants } from 'node:fs';
import { dirname } from 'node:path';
import { type Change, EXIT, type Plan, ProblemError } from '@joinery/engine';
import { type Disk, errorCode, ifThere } from './disk.ts';
import { type HostPlace, locate, nearestFolder } from './host-place.ts';
import { type Found, findFile, hashBytes } from './journal.ts';

/** One file to write or delete, as found and as it will be. */
export interface Target {
  readonly kind: Change['kind'];
  readonly path: string;
  readonly found: Found;
  /** Absent for a file to delete. */
  readonly bytes: Uint8Array | undefined;
  /** Of a file that is not there; the system's usual one unless told. */
  readonly mode?: number;
}

/**
 * Find every file a plan changes. Throws ProblemError `host-moved` when one is no longer what the plan was made for,
 * `read-only-files` when one can't be written; nothing has been written then. A file that is as planned already is left out.
 */
export function checkChanges(disk: Disk, host: HostPlace, plan: Plan): readonly Target[] {
  const pending = plan.changes
    .map((change) => ({ change, target: targetOf(disk, host, change) }))
    .filter(({ target }) => hashBytes(target.found.bytes) !== hashBytes(target.bytes));
  const moved = pending.filter(({ change, target }) => hasMoved(disk, change, target));
  if (moved.length > 0) throw hostMoved(moved.map(({ change }) => change.path));
  const targets = pending.map(({ target }) => target);
  requireWritable(disk, targets);
  return targets;
}

/** Throw ProblemError `read-only-files` when a target cannot be written. */
export function requireWritable(disk: Disk, targets: readonly Target[]): void {
  const closed = targets.filter((target) => !isWritable(disk, target));
  if (closed.length > 0) throw readOnly(closed.map(({ path }) => path));
}

function targetOf(disk: Disk, host: HostPlace, change: Change): Target {
  const { kind, path } = change;
  const found = findFile(disk, path, locate(disk, host, path));
  const bytes = change.kind === 'delete' ? undefined : new TextEncoder().encode(change.text);
  return { kind, path, found, bytes };
}

function hasMoved(disk: Disk, change: Change, { found }: Target): boolean {
  if (change.kind !== 'create') return hashBytes(found.bytes) !== change.before;
  return ifThere(() => disk.lstatSync(found.file)) !== undefined;
}

/** A file that is marked read-only is left alone even by root, who could write it. */
function isWritable(disk: Disk, { found }: Target): boolean {
  if (found.facts !== undefined && (found.facts.mode & 0o222) === 0) return false;
  try {
    if (found.facts !== undefined) disk.accessSync(found.file, constants.W_OK);
    disk.accessSync(nearestFolder(disk, dirname(found.file)), constants.W_OK);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))) return false;
    throw error;
  }
}

function hostMoved(paths: readonly string[]): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'host-moved',
    exitCode: EXIT.moved,
    found:
      'The service has changed since the plan was made, so the plan no longer fits it. Nothing was written.',
    todo: 'Make the plan again, then apply that one.',
    places: paths,
  });
}

function readOnly(paths: readonly string[]): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'read-only-files',
    exitCode: EXIT.error,
    found: `${paths.length === 1 ? 'A file' : 'Files'} that must change cannot be written. Nothing was written.`,
    todo: 'Give yourself permission to write them (`chmod u+w`), then run the command again.',
    places: paths,
  });
}
