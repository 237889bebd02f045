import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../running/run-command.ts';

/** What the host's own compiler says, line by line without positions; `undefined` where there is no compiler. */
export async function typeErrors(service: string, root: string): Promise<readonly string[] | undefined> {
  const tsc = [service, root]
    .map((folder) => join(folder, 'node_modules/typescript/bin/tsc'))
    .find(existsSync);
  const project =
    ['tsconfig.app.json', 'tsconfig.json'].map((name) => join(service, name)).find(existsSync) ??
    join(root, 'tsconfig.json');
  if (tsc === undefined || !existsSync(project)) return undefined;
  const words = [process.execPath, tsc, '-p', project, '--noEmit', '--skipLibCheck', '--pretty', 'false'];
  const { output } = await runCommand(words, { cwd: service });
  return output
    .split('\n')
    .filter((line) => /error TS\d+/.test(line))
    .map((line) => line.trim());
}

/** Errors that were not there before, wherever in their file they now stand. */
export function newErrors(before: readonly string[], after: readonly string[]): readonly string[] {
  const known = new Set(before.map(unplaced));
  return after.filter((error) => !known.has(unplaced(error)));
}

function unplaced(error: string): string {
  return error.replace(/\(\d+,\d+\)/, '');
}
