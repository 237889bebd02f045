import { posix } from 'node:path';
import type { Plan } from '@joinery/engine';
import type { Tree } from '@nx/devkit';

/** Hand a plan's changes to Nx, which writes them when the run has succeeded, and never in a dry run. */
export function writePlan(tree: Pick<Tree, 'write' | 'delete'>, root: string, plan: Plan): void {
  for (const change of plan.changes) {
    const path = posix.join(root, change.path);
    if (change.kind === 'delete') tree.delete(path);
    else tree.write(path, change.text);
  }
}
