import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openService, overlayTree } from '@joinery/door';
import type { ComposePorts } from '@joinery/engine';
import type { Tree } from '@nx/devkit';
import { pendingFiles } from './pending-files.ts';

const TOOL = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** What composing needs of a project: its files through Nx's tree, its features from the workspace's folder. */
export function projectPorts(tree: Tree, root: string): ComposePorts {
  const folder = join(tree.root, root);
  const workspace = posix.relative(root, '.') || undefined;
  const places = { tool: TOOL, catalogs: [] };
  const pending = pendingFiles(tree.listChanges(), root);
  if (existsSync(folder)) {
    const ports = openService({ folder, root: tree.root, workspace }, places);
    return { ...ports, tree: overlayTree(ports.tree, pending) };
  }
  // Another generator of this run has just created the project: the disk knows the workspace only.
  const outer = openService({ folder: tree.root, root: tree.root, workspace: undefined }, places);
  const disk = {
    ...(workspace === undefined ? {} : { workspace }),
    read: (path: string) => outer.tree.read(posix.join(root, path)),
    list: (path: string) => outer.tree.list(posix.join(root, path)),
  };
  return { ...outer, tree: overlayTree(disk, pending) };
}
