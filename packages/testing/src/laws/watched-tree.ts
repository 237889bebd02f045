import { memoryTree, type Tree } from '@joinery/engine';
import { type HostFiles, workspaceOf } from '../host-files.ts';

/** A host in memory that remembers which files were read. */
export interface WatchedTree {
  readonly tree: Tree;
  readonly reads: ReadonlySet<string>;
}

/** Watch a host. Reading what lies outside the service and is no manifest of its workspace throws. */
export function watchedTree(files: HostFiles): WatchedTree {
  const workspace = workspaceOf(files);
  const reads = new Set<string>();
  const inner = memoryTree(files);
  return {
    reads,
    tree: {
      ...(workspace === undefined ? {} : { workspace, place: placeIn(workspace) }),
      read: (path) => {
        if (!isAllowed(path, workspace))
          throw new Error(`L8: ${path} is read, which lies outside the service`);
        reads.add(path);
        return inner.read(path);
      },
      list: (folder) => {
        if (folder !== workspace && !isAllowed(folder, workspace)) throw new Error(`L8: ${folder} is listed`);
        return inner.list(folder);
      },
    },
  };
}

/** Of a fixture only the depth is known: `apps/service` two folders below. */
function placeIn(workspace: string): string {
  const depth = workspace.split('/').length;
  return [...Array.from({ length: depth - 1 }, () => 'apps'), 'service'].join('/');
}

/** Whether a path may be read or written: inside the service, or a manifest file of its workspace. */
export function isAllowed(path: string, workspace: string | undefined): boolean {
  if (path.startsWith('/') || /^[A-Za-z]:|\\|\0/.test(path)) return false;
  if (!path.split('/').includes('..')) return true;
  if (workspace === undefined || !path.startsWith(`${workspace}/`)) return false;
  const rest = path.slice(workspace.length + 1);
  return !rest.split('/').includes('..') && (!rest.includes('/') || rest.startsWith('node_modules/'));
}
