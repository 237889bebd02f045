import { BASE_FOLDER, type LockedFile, type Lockfile } from '../lockfile/lockfile.ts';
import { EXIT, ProblemError } from '../problem.ts';
import { hash } from '../tree/hash.ts';
import type { Tree } from '../tree/tree.ts';
import type { HostEditor } from './host-editor.ts';
import type { Change, Reason } from './plan.ts';
import type { WantedFile } from './render-files.ts';

/** What becomes of the generated files, and what the lockfile must say of them. */
export interface PlannedFiles {
  readonly changes: readonly Change[];
  readonly files: Lockfile['files'];
  readonly warnings: readonly string[];
}

interface FileInput {
  readonly tree: Tree;
  readonly lock: Lockfile;
  readonly merge: HostEditor['merge'];
}

/**
 * Compare the generated files that should be with those that are. People's edits are kept: a file they changed is
 * merged three ways with the pristine text in the base folder, and not deleted.
 * Throws ProblemError `file-exists` or `merge-conflict`.
 */
export function planFiles(wanted: readonly WantedFile[], input: FileInput): PlannedFiles {
  const changes = wanted.flatMap((file) => planFile(file, input));
  const gone = Object.entries(input.lock.files).filter(
    ([path]) => !wanted.some((file) => file.path === path),
  );
  const removals = gone.map(([path, locked]) => planRemoval(path, locked, input.tree));
  const files = Object.fromEntries(wanted.flatMap((file) => lockedFile(file, input)));
  return {
    changes: [...changes, ...removals.flatMap(({ change }) => change), ...planBase(wanted, input)],
    files,
    warnings: removals.flatMap(({ warning }) => warning),
  };
}

/** The path of a pristine text, addressed by its content. */
export function basePath(contentHash: string): string {
  return `${BASE_FOLDER}/${contentHash.replace('sha256-', '')}`;
}

function planFile(file: WantedFile, { tree, lock, merge }: FileInput): readonly Change[] {
  const { path, text } = file;
  const reason: Reason = { owners: file.owners, because: file.because };
  const current = tree.read(path);
  const locked = lock.files[path];
  if (file.yours === true && !isUntouched(current, locked)) return [];
  if (current === undefined) return [{ kind: 'create', path, text, reason }];
  if (current === text) return [];
  if (locked === undefined) throw exists(path, file.owners);
  const before = hash(current);
  if (before === locked.hash) return [{ kind: 'update', path, before, text, reason }];
  if (hash(text) === locked.hash) return [];
  const base = tree.read(basePath(locked.hash));
  if (base === undefined) throw noBase(path);
  const merged = merge(base, current, text);
  if (merged.kind === 'conflict') throw conflict(path, merged.count);
  return merged.text === current
    ? []
    : [
        {
          kind: 'update',
          path,
          before,
          text: merged.text,
          reason: { ...reason, because: `${file.because}; your edits are kept` },
        },
      ];
}

/** Whether a document of people's is still as it was written, or is still to be written. */
function isUntouched(current: string | undefined, locked: LockedFile | undefined): boolean {
  return current === undefined ? locked === undefined : hash(current) === locked?.hash;
}

/** A document that people had before, or have changed since, keeps what the lockfile says of it: nothing, or its first text. */
function lockedFile(
  { path, text, owners, yours }: WantedFile,
  { tree, lock }: FileInput,
): readonly (readonly [string, LockedFile])[] {
  if (yours !== true) return [[path, { hash: hash(text), owners }]];
  const locked = lock.files[path];
  const current = tree.read(path);
  if (isUntouched(current, locked)) return [[path, { hash: hash(text), owners, yours }]];
  return locked === undefined ? [] : [[path, { ...locked, owners }]];
}

function planRemoval(
  path: string,
  locked: LockedFile,
  tree: Tree,
): { readonly change: readonly Change[]; readonly warning: readonly string[] } {
  const current = tree.read(path);
  if (current === undefined) return { change: [], warning: [] };
  const before = hash(current);
  if (before !== locked.hash) {
    return { change: [], warning: [`\`${path}\` was edited, so it is left for you to delete.`] };
  }
  const reason = { owners: locked.owners, because: 'no feature needs it any more' };
  return { change: [{ kind: 'delete', path, before, reason }], warning: [] };
}

function planBase(wanted: readonly WantedFile[], { tree, lock }: FileInput): readonly Change[] {
  const reason = { owners: [], because: 'keeps the pristine text for later merges' };
  const ours = wanted.filter(({ yours }) => yours !== true);
  const texts = new Map(ours.map(({ text }) => [basePath(hash(text)), text]));
  const created = [...texts].flatMap(([path, text]): readonly Change[] =>
    tree.read(path) === undefined ? [{ kind: 'create', path, text, reason }] : [],
  );
  const stale = new Set(Object.values(lock.files).map((locked) => basePath(locked.hash)));
  const deleted = [...stale].flatMap((path): readonly Change[] => {
    const current = texts.has(path) ? undefined : tree.read(path);
    return current === undefined ? [] : [{ kind: 'delete', path, before: hash(current), reason }];
  });
  return [...created, ...deleted];
}

function exists(path: string, owners: readonly string[]): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'file-exists',
    exitCode: EXIT.refused,
    found: `${owners.map((name) => `\`${name}\``).join(', ')} would write \`${path}\`, but a file of yours is there.`,
    todo: 'Move yours, or choose another folder as `profile.platformFolder` in joinery.json.',
    places: [path],
  });
}

function noBase(path: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'base-missing',
    exitCode: EXIT.refused,
    found: `\`${path}\` was edited, and its pristine text is missing from ${BASE_FOLDER}, so the two cannot be merged.`,
    todo: `Restore ${BASE_FOLDER} from version control.`,
    places: [path],
  });
}

function conflict(path: string, count: number): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'merge-conflict',
    exitCode: EXIT.refused,
    found: `Your edits in \`${path}\` and the new text of it change the same lines in ${count} place${count === 1 ? '' : 's'}.`,
    todo: 'Undo or move your edits there, then run the command again.',
    places: [path],
  });
}
