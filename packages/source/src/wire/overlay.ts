import type { Tree } from '@joinery/engine';

/** A tree as it is once some texts have changed. */
export function overlay(tree: Tree, texts: ReadonlyMap<string, string>): Tree {
  return { read: (path) => texts.get(path) ?? tree.read(path), list: (folder) => tree.list(folder) };
}
