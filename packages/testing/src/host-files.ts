import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A host in memory: path from the service's folder → text. Of a workspace, manifest files are there as `../../package.json`. */
export type HostFiles = Readonly<Record<string, string>>;

/** Where a fixture says that its service lies in a folder of a workspace: `{ "service": "apps/depot" }`. */
const FIXTURE = 'fixture.json';

/** Read a fixture folder. */
export function readHostFiles(folder: string): HostFiles {
  const service = join(folder, serviceOf(folder));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== FIXTURE)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [relative(service, file).split(sep).join('/'), readFileSync(file, 'utf8')]),
  );
}

/** The way from a host's service to its workspace; `undefined` when it stands alone. */
export function workspaceOf(files: HostFiles): string | undefined {
  const manifest = Object.keys(files).find((path) => /^(?:\.\.\/)+package\.json$/.test(path));
  return manifest?.replace(/\/package\.json$/, '');
}

function serviceOf(folder: string): string {
  const file = join(folder, FIXTURE);
  if (!existsSync(file)) return '';
  const { service = '' }: { readonly service?: string } = JSON.parse(readFileSync(file, 'utf8'));
  return service;
}
