import { hash, type Plan } from '@joinery/engine';
import type { HostFiles } from './host-files.ts';

/** Apply a plan in memory, as the doors do on a disk. Throws when the host is not the one that was planned for. */
export function applyToFiles(files: HostFiles, plan: Plan): HostFiles {
  const after = new Map(Object.entries(files));
  for (const change of plan.changes) {
    const current = after.get(change.path);
    const moved =
      change.kind === 'create'
        ? current !== undefined
        : current === undefined || hash(current) !== change.before;
    if (moved) throw new Error(`${change.path} is not what the plan was made for`);
    if (change.kind === 'delete') after.delete(change.path);
    else after.set(change.path, change.text);
  }
  return Object.fromEntries([...after].sort(([a], [b]) => (a < b ? -1 : 1)));
}
