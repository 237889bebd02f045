import semver from 'semver';
import type { LockedFile, Lockfile } from './lockfile.ts';

/**
 * Bring the lockfiles of two branches together: what either has is there. What both have differently is taken from
 * `ours`, of features the newer version; the pristine text of the other side is remembered for the next merge.
 */
export function mergeLockfiles(ours: Lockfile, theirs: Lockfile): Lockfile {
  return {
    ...ours,
    features: both(theirs.features, ours.features, (one, other) =>
      semver.gt(one.version, other.version) ? one : other,
    ),
    files: both(theirs.files, ours.files, withOther),
    edits: unique([...ours.edits, ...theirs.edits]),
    dependencies: both(theirs.dependencies, ours.dependencies),
    scripts: both(theirs.scripts, ours.scripts),
    startOptions: unique([...ours.startOptions, ...theirs.startOptions]),
    dotenv: both(theirs.dotenv, ours.dotenv, (one, other) => ({
      created: one.created || other.created,
      entries: { ...one.entries, ...other.entries },
    })),
    ...(ours.fileEdits === undefined && theirs.fileEdits === undefined
      ? {}
      : { fileEdits: both(theirs.fileEdits ?? {}, ours.fileEdits ?? {}) }),
    ...(ours.moves === undefined && theirs.moves === undefined
      ? {}
      : { moves: both(theirs.moves ?? {}, ours.moves ?? {}) }),
  };
}

function both<T>(
  theirs: Readonly<Record<string, T>>,
  ours: Readonly<Record<string, T>>,
  settle: (theirs: T, ours: T) => T = (_, own) => own,
): Readonly<Record<string, T>> {
  const entries = Object.entries(ours).map(([key, own]) => {
    const other = theirs[key];
    return [key, other === undefined ? own : settle(other, own)] as const;
  });
  return { ...theirs, ...Object.fromEntries(entries) };
}

function withOther(theirs: LockedFile, ours: LockedFile): LockedFile {
  return theirs.hash === ours.hash ? ours : { ...ours, other: theirs.hash };
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
