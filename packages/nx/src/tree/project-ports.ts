import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openService, overlayTree } from '@joinery/door';
import { type ComposePorts, LOCKFILE } from '@joinery/engine';
import { getProjects, type Tree } from '@nx/devkit';
import { pendingFiles } from './pending-files.ts';

/** The folder of this package. */
export const TOOL = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** What composing needs of a project: its files through Nx's tree, its features from the workspace's folder. */
export function projectPorts(tree: Tree, root: string): ComposePorts {
  const folder = join(tree.root, root);
  const workspace = posix.relative(root, '.') || undefined;
  const places = { tool: TOOL, catalogs: [] };
  const neighbours = () => neighbourLocks(tree, root);
  const pending = pendingFiles(tree.listChanges(), root);
  if (existsSync(folder)) {
    const ports = openService({ folder, root: tree.root, workspace }, places);
    return { ...ports, tree: overlayTree(ports.tree, pending), neighbours };
  }
  // Another generator of this run has just created the project: the disk knows the workspace only.
  const outer = openService({ folder: tree.root, root: tree.root, workspace: undefined }, places);
  const disk = {
    ...(workspace === undefined ? {} : { workspace, place: root }),
    read: (path: string) => outer.tree.read(posix.join(root, path)),
    list: (path: string) => outer.tree.list(posix.join(root, path)),
  };
  return { ...outer, tree: overlayTree(disk, pending), neighbours };
}

/** The lockfiles of the workspace's other projects, those that this run has just written included. */
function neighbourLocks(tree: Tree, root: string): readonly string[] {
  return [...getProjects(tree).values()]
    .filter((project) => project.root !== root)
    .map((project) => tree.read(posix.join(project.root, LOCKFILE), 'utf8'))
    .filter((text) => text !== null);
}
