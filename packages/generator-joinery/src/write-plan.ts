import { join } from 'node:path';
import type { Plan } from '@joinery/engine';
import type Generator from 'yeoman-generator';
import { isOwnState } from './own-state.ts';

/**
 * Hand a plan's changes to Yeoman's file system, which shows them, asks about conflicts and writes them. Only about
 * Joinery's own state it does not ask.
 */
export function writePlan({ fs, env }: Pick<Generator, 'fs' | 'env'>, folder: string, plan: Plan): void {
  for (const change of plan.changes) {
    const file = join(folder, change.path);
    if (change.kind === 'delete') remove(env.sharedFs, file);
    else fs.write(file, change.text);
    if (isOwnState(change.path)) Object.assign(env.sharedFs.get(file), { conflicter: 'force' });
  }
}

/** `fs.delete` takes patterns: in a folder named `a [b]` it would miss the file, or hit another. */
function remove(store: Generator['env']['sharedFs'], file: string): void {
  store.add(Object.assign(store.get(file), { state: 'deleted', contents: null }));
}
