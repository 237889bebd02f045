import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What the package manager, git, builds, running services and undo write; none of it is source. */
const DERIVED = new Set([
  'node_modules',
  '.git',
  'dist',
  '.nx',
  'coverage',
  'tmp',
  'out-tsc',
  'test-output',
  'undo',
]);

/** Return the hash and mode of every file that people or Joinery write in a folder. */
export function snapshot(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(files(folder, folder));
}

function files(folder: string, root: string): (readonly [path: string, identity: string])[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !DERIVED.has(name) && !/\.(?:tsbuildinfo|log)$/.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return files(path, root);
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
      const mode = (statSync(path).mode & 0o777).toString(8);
      return [[relative(root, path).split(sep).join('/'), `${mode} ${hash}`] as const];
    });
}
