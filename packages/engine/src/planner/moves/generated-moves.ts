import type { Lockfile } from '../../lockfile/lockfile.ts';
import { hash } from '../../tree/hash.ts';
import type { Tree } from '../../tree/tree.ts';
import type { WantedFile } from '../render-files.ts';
import type { Move } from './move.ts';

/**
 * Generated files that are wanted elsewhere than they are, such as an aggregate that goes into a context: of one feature,
 * under the same name, and the only one of that name on both sides. They take people's edits along.
 */
export function generatedMoves(
  wanted: readonly WantedFile[],
  { files }: Lockfile,
  tree: Tree,
): readonly Move[] {
  const paths = new Set(wanted.map(({ path }) => path));
  const gone = Object.entries(files).filter(([path]) => !paths.has(path) && tree.read(path) !== undefined);
  if (gone.length === 0) return [];
  const fresh = wanted.filter(({ path }) => files[path] === undefined && tree.read(path) === undefined);
  return gone.flatMap(([from, locked]): readonly Move[] => {
    const key = keyOf(from, locked.owners);
    const alike = gone.filter(([path, { owners }]) => keyOf(path, owners) === key);
    const [target, ...more] = fresh.filter(({ path, owners }) => keyOf(path, owners) === key);
    if (!/\.[cm]?tsx?$/.test(from) || target === undefined || more.length > 0 || alike.length > 1) return [];
    const pristine = hash(tree.read(from) ?? '') === locked.hash;
    return [{ from, to: target.path, pristine, owners: locked.owners }];
  });
}

function keyOf(path: string, owners: readonly string[]): string {
  return `${owners.join()} ${path.slice(path.lastIndexOf('/') + 1)}`;
}
