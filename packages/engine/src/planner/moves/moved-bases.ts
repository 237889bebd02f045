import type { LockedFile, Lockfile } from '../../lockfile/lockfile.ts';
import { hash } from '../../tree/hash.ts';
import { memoryTree } from '../../tree/memory-tree.ts';
import type { Tree } from '../../tree/tree.ts';
import { basePath, baseText, readBase } from '../base-texts.ts';
import type { HostEditor } from '../host-editor.ts';
import type { Move } from './move.ts';

/** The pristine texts of edited files, as if they had been written where they go: people's edits are what differs from them. */
export interface MovedBases {
  /** By the path where the file will be. */
  readonly files: Lockfile['files'];
  /** Texts of the base folder. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Let the imports of pristine texts follow, too; otherwise a merge would take every import that follows for an edit. */
export function movedBases(
  paths: readonly string[],
  moves: readonly Move[],
  { tree, lock, editor }: { tree: Tree; lock: Lockfile; editor: Pick<HostEditor, 'retarget'> },
): MovedBases {
  const edited = paths.flatMap((path) => {
    const locked = lock.files[path];
    const base = locked === undefined ? undefined : readBase(tree, locked.hash);
    return locked === undefined || base === undefined ? [] : [[path, { locked, base }] as const];
  });
  if (edited.length === 0) return { files: {}, texts: new Map() };
  const bases = new Map(edited.map(([path, { base }]) => [path, base]));
  const only = memoryTree(Object.fromEntries(bases));
  const pristine: Tree = {
    ...tree,
    list: (folder) => only.list(folder),
    read: (path) => bases.get(path) ?? tree.read(path),
  };
  const changed = new Map(editor.retarget(pristine, moves).map(({ path, text }) => [path, text]));
  const files: Record<string, LockedFile> = {};
  const texts = new Map<string, string>();
  for (const [path, { locked, base }] of edited) {
    const to = moves.find(({ from }) => from === path)?.to ?? path;
    const text = changed.get(to) ?? base;
    files[to] = { ...locked, hash: hash(text) };
    texts.set(basePath(hash(text)), baseText(text));
  }
  return { files, texts };
}
