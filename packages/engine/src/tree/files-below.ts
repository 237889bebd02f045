import type { Tree } from './tree.ts';

/** What nobody's own sources lie in. */
const SKIPPED = new Set(['node_modules', 'dist', 'build', 'coverage', 'out', 'tmp']);

/** Every file below a folder, without those that are installed or built. */
export function filesBelow(tree: Tree, folder: string): readonly string[] {
  return tree
    .list(folder)
    .filter((name) => !name.startsWith('.') && !SKIPPED.has(name))
    .flatMap((name) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      return /\.\w+$/.test(name) && tree.list(path).length === 0 ? [path] : filesBelow(tree, path);
    });
}
