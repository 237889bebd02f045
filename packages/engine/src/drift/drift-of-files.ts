import { LOCKFILE, type LockedFile, type Lockfile } from '../lockfile/lockfile.ts';
import { basePath, readBase } from '../planner/base-texts.ts';
import { hasMarkers, markerLines } from '../planner/git-markers.ts';
import { hash } from '../tree/hash.ts';
import type { Tree } from '../tree/tree.ts';
import { type Drift, FIX } from './drift.ts';

/** Generated files that are gone or edited, and pristine texts that are gone or not what the lockfile says. */
export function driftOfFiles({ files }: Lockfile, tree: Tree): readonly Drift[] {
  return Object.entries(files)
    .filter(([, { yours }]) => yours !== true)
    .flatMap(([path, locked]) => [...driftOfFile(path, locked, tree), ...driftOfBase(path, locked, tree)]);
}

function driftOfFile(
  path: string,
  { hash: pristine, owners, rendered }: LockedFile,
  tree: Tree,
): readonly Drift[] {
  const text = tree.read(path);
  if (text === undefined) {
    const found = `The generated file \`${path}\` is gone.`;
    return [{ id: 'file-missing', features: owners, place: path, found, todo: FIX, fixable: true }];
  }
  if (hash(text) === pristine) return [];
  if (hasMarkers(text)) {
    return markerLines(text).map((line) => ({
      id: 'file-unmerged',
      features: owners,
      place: `${path}:${line}`,
      found: `\`${path}\` holds conflict markers.`,
      todo: 'Settle them, then run `joinery apply`.',
      fixable: false,
    }));
  }
  if (rendered === true) return [];
  const line = firstChange(text, readBase(tree, pristine));
  return [
    {
      id: 'file-edited',
      features: owners,
      place: `${path}:${line}`,
      found: `The generated file \`${path}\` was edited.`,
      todo: 'Nothing, if you meant it: upgrades keep your edits. To go back, delete the file and run `joinery doctor --fix`.',
      fixable: false,
    },
  ];
}

function firstChange(text: string, pristine: string | undefined): number {
  if (pristine === undefined) return 1;
  const before = pristine.split('\n');
  const index = text.split('\n').findIndex((line, at) => line !== before[at]);
  return index === -1 ? before.length : index + 1;
}

function driftOfBase(
  path: string,
  { hash: pristine, owners, rendered }: LockedFile,
  tree: Tree,
): readonly Drift[] {
  if (rendered === true || readBase(tree, pristine) !== undefined) return [];
  const what = tree.read(basePath(pristine)) === undefined ? 'is missing' : 'was changed';
  const drift = {
    features: owners,
    place: LOCKFILE,
    found: `The pristine text of \`${path}\` ${what} (\`${basePath(pristine)}\`), so an upgrade could not keep edits of it.`,
  };
  return [
    { ...drift, id: 'base-missing', todo: `${FIX} Or restore it from version control.`, fixable: true },
  ];
}
