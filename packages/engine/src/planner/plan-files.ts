import { BASE_FOLDER, type LockedFile, type Lockfile } from '../lockfile/lockfile.ts';
import { EXIT, ProblemError } from '../problem.ts';
import { hash } from '../tree/hash.ts';
import type { Tree } from '../tree/tree.ts';
import { basePath, baseText, readBase } from './base-texts.ts';
import { hasMarkers, markerLines, sidesOf } from './git-markers.ts';
import type { HostEditor } from './host-editor.ts';
import type { Change, MergeConflict, Reason } from './plan.ts';
import type { WantedFile } from './render-files.ts';

/** What becomes of the generated files, and what the lockfile must say of them. */
export interface PlannedFiles {
  readonly changes: readonly Change[];
  readonly files: Lockfile['files'];
  readonly conflicts: readonly MergeConflict[];
  readonly warnings: readonly string[];
}

interface FileInput {
  readonly tree: Tree;
  readonly lock: Lockfile;
  readonly merge: HostEditor['merge'];
  /** Delete files of removed features although people edited them. */
  readonly force: boolean;
}

/** What becomes of one file. */
interface Planned {
  readonly change?: Change;
  readonly conflict?: MergeConflict;
}

/**
 * Compare the generated files that should be with those that are. People's edits are kept: a file they changed is
 * merged three ways with the pristine text in the base folder, and not deleted. Where both change the same lines, the
 * text gets markers and the plan says so. Throws ProblemError `file-exists`, `base-missing` or `unmerged-file`.
 */
export function planFiles(wanted: readonly WantedFile[], input: FileInput): PlannedFiles {
  const planned = wanted.map((file) => planFile(file, input));
  const gone = Object.entries(input.lock.files).filter(
    ([path]) => !wanted.some((file) => file.path === path),
  );
  const removals = gone.map(([path, locked]) => planRemoval(path, locked, input));
  const files = Object.fromEntries(wanted.flatMap((file) => lockedFile(file, input)));
  return {
    changes: [
      ...planned.flatMap(({ change }) => change ?? []),
      ...removals.flatMap(({ change }) => change),
      ...planBase(wanted, input),
    ],
    files,
    conflicts: planned.flatMap(({ conflict }) => conflict ?? []),
    warnings: removals.flatMap(({ warning }) => warning),
  };
}

function planFile(file: WantedFile, { tree, lock, merge }: FileInput): Planned {
  const { path, text } = file;
  const reason: Reason = { owners: file.owners, because: file.because };
  const current = tree.read(path);
  const locked = lock.files[path];
  if (file.yours === true && !isUntouched(current, locked)) return {};
  if (current === undefined) return { change: { kind: 'create', path, text, reason } };
  if (current === text) return {};
  if (locked === undefined) throw exists(path, file.owners);
  const before = hash(current);
  const update = (to: string, why: string): Planned => ({
    change: {
      kind: 'update',
      path,
      before,
      text: to,
      reason: { ...reason, because: `${file.because}${why}` },
    },
  });
  if (before === locked.hash || file.rendered === true) return update(text, '');
  if (isMergedByGit(current, locked, tree)) return update(text, '; git merged two versions of it');
  if (hash(text) === locked.hash) return {};
  if (hasMarkers(current)) throw unmerged(path, current);
  const base = readBase(tree, locked.hash);
  if (base === undefined) throw noBase(path);
  const merged = merge(base, current, text, path);
  if (merged.text === current) return {};
  if (merged.kind === 'merged') return update(merged.text, '; your edits are kept');
  const { count } = merged;
  return { ...update(merged.text, '; conflicts with your edits'), conflict: { path, count } };
}

/** Whether a file is what git made of the pristine texts of two branches, with or without markers, and nobody edited it. */
function isMergedByGit(current: string, { hash: own, other }: LockedFile, tree: Tree): boolean {
  if (other === undefined) return false;
  const [ours, theirs] = [readBase(tree, own), readBase(tree, other)];
  if (ours === undefined || theirs === undefined) return false;
  const sides = new Set([...ours.split('\n'), ...theirs.split('\n')]);
  const lines = new Set(sidesOf(current).join('\n').split('\n'));
  return [...lines].every((line) => sides.has(line)) && [...sides].every((line) => lines.has(line));
}

/** Whether a document of people's is still as it was written, or is still to be written. */
function isUntouched(current: string | undefined, locked: LockedFile | undefined): boolean {
  return current === undefined ? locked === undefined : hash(current) === locked?.hash;
}

/** A document that people had before, or have changed since, keeps what the lockfile says of it: nothing, or its first text. */
function lockedFile(
  { path, text, owners, yours, rendered }: WantedFile,
  { tree, lock }: FileInput,
): readonly (readonly [string, LockedFile])[] {
  if (rendered === true) return [[path, { hash: hash(text), owners, rendered }]];
  if (yours !== true) return [[path, { hash: hash(text), owners }]];
  const locked = lock.files[path];
  const current = tree.read(path);
  if (isUntouched(current, locked)) return [[path, { hash: hash(text), owners, yours }]];
  return locked === undefined ? [] : [[path, { ...locked, owners }]];
}

function planRemoval(
  path: string,
  locked: LockedFile,
  { tree, force }: FileInput,
): { readonly change: readonly Change[]; readonly warning: readonly string[] } {
  const current = tree.read(path);
  if (current === undefined) return { change: [], warning: [] };
  const before = hash(current);
  if (before !== locked.hash && locked.rendered !== true && !force) {
    return {
      change: [],
      warning: [`\`${path}\` was edited, so it is left for you to delete; \`--force\` deletes it.`],
    };
  }
  const reason = { owners: locked.owners, because: 'no feature needs it any more' };
  return { change: [{ kind: 'delete', path, before, reason }], warning: [] };
}

function planBase(wanted: readonly WantedFile[], { tree, lock }: FileInput): readonly Change[] {
  const reason = { owners: [], because: 'keeps the pristine text for later merges' };
  const ours = wanted.filter(({ yours, rendered }) => yours !== true && rendered !== true);
  const texts = new Map(ours.map(({ text }) => [basePath(hash(text)), baseText(text)]));
  const written = [...texts].flatMap(([path, text]): readonly Change[] => {
    const current = tree.read(path);
    if (current === text) return [];
    if (current === undefined) return [{ kind: 'create', path, text, reason }];
    return [{ kind: 'update', path, before: hash(current), text, reason }];
  });
  const kept = tree.list(BASE_FOLDER).filter((name) => /^[0-9a-f]{64}$/.test(name));
  const stale = [...new Set([...kept.map((name) => `${BASE_FOLDER}/${name}`), ...lockedBases(lock)])];
  const deleted = stale.flatMap((path): readonly Change[] => {
    const current = texts.has(path) ? undefined : tree.read(path);
    return current === undefined ? [] : [{ kind: 'delete', path, before: hash(current), reason }];
  });
  return [...written, ...deleted];
}

function lockedBases(lock: Lockfile): readonly string[] {
  return Object.values(lock.files).map((locked) => basePath(locked.hash));
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
    todo: `Restore ${BASE_FOLDER} from version control, or let \`joinery doctor --fix\` make it anew while the installed version is at hand.`,
    places: [path],
  });
}

function unmerged(path: string, text: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'unmerged-file',
    exitCode: EXIT.refused,
    found: `\`${path}\` holds conflict markers, so its new text cannot be merged into it.`,
    todo: 'Settle them, then run the command again.',
    places: markerLines(text).map((line) => `${path}:${line}`),
  });
}
