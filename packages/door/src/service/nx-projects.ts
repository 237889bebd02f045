import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Deeper than this nobody keeps projects, and looking would read the whole repository. */
const DEPTH = 4;

/** The projects of an Nx workspace that have a project.json: name and folder, from the workspace's root. */
export function nxProjects(root: string, folder = '', depth = DEPTH): readonly (readonly [string, string])[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  if (folder !== '' && entries.some(({ name }) => name === 'project.json')) {
    return [[nameOf(root, folder), folder]];
  }
  if (depth === 0) return [];
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .filter(({ name }) => !['node_modules', 'dist', 'tmp'].includes(name))
    .flatMap(({ name }) => nxProjects(root, folder === '' ? name : `${folder}/${name}`, depth - 1));
}

function nameOf(root: string, folder: string): string {
  const text = readFileSync(join(root, folder, 'project.json'), 'utf8');
  return /"name"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? basename(folder);
}
