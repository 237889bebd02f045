import { existsSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Change, Plan } from '@joinery/engine';

/** Changes of a plan that are not on the disk: the person said no to them when Yeoman asked. */
export function leftOut(plan: Plan, folder: string): readonly string[] {
  return plan.changes.filter((change) => !isDone(change, folder)).map(({ path }) => path);
}

/** Take away the folders that a plan's deletions have left empty. */
export function removeEmptyFolders(plan: Plan, folder: string): void {
  for (const change of plan.changes) {
    if (change.kind === 'delete') removeUpwards(dirname(join(folder, change.path)), folder);
  }
}

function isDone(change: Change, folder: string): boolean {
  const file = join(folder, change.path);
  if (change.kind === 'delete') return !existsSync(file);
  return existsSync(file) && readFileSync(file, 'utf8') === change.text;
}

function removeUpwards(place: string, folder: string): void {
  if (!place.startsWith(folder + sep)) return;
  if (existsSync(place)) {
    if (readdirSync(place).length > 0) return;
    rmdirSync(place);
  }
  removeUpwards(dirname(place), folder);
}
