import { dirname, join, relative, resolve, sep } from 'node:path';
import { EXIT, ProblemError } from '@joinery/engine';
import { type Disk, ifThere } from './disk.ts';

/** Every lockfile that a package manager may write. */
export const LOCKFILE_NAMES: readonly string[] = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
  'bun.lockb',
];

const SHARED: readonly string[] = [
  'package.json',
  'pnpm-workspace.yaml',
  'tsconfig.base.json',
  'tsconfig.json',
  'node_modules',
];

/** Where a service is on the disk. */
export interface HostPlace {
  /** Absolute, without symbolic links. */
  readonly folder: string;
  /** The way to its workspace, `../..`; absent when the service stands alone. */
  readonly workspace: string | undefined;
}

/** The folder of everything Joinery keeps for itself while it works. */
export function stateFolder(host: HostPlace): string {
  return join(host.folder, '.joinery');
}

/**
 * The real file behind a path of a plan. Throws ProblemError `path-leaves-service` when the path, or a symbolic link on
 * the way, leads anywhere but into the service or to a manifest file of its workspace.
 */
export function locate(disk: Disk, host: HostPlace, path: string): string {
  const boundary = isShared(host, path) ? resolve(host.folder, host.workspace ?? '') : host.folder;
  const file = resolve(host.folder, path);
  if (!isInside(boundary, file) || path.includes('\0') || path.includes('\\')) throw leaves(path);
  if (relative(host.folder, file).split(sep).includes('.git')) throw leaves(path);
  const real = ifThere(() => disk.realpathSync(file));
  if (real !== undefined) {
    if (!isInside(boundary, real)) throw leaves(path);
    return real;
  }
  const existing = nearestFolder(disk, dirname(file));
  const parent = disk.realpathSync(existing);
  if (parent !== boundary && !isInside(boundary, parent)) throw leaves(path);
  return join(parent, relative(existing, file));
}

/** Files of the workspace that speak for all its services: what lists packages and paths, and what a package manager writes. */
function isShared({ workspace }: HostPlace, path: string): boolean {
  if (workspace === undefined || !path.startsWith(`${workspace}/`)) return false;
  const name = path.slice(workspace.length + 1);
  return SHARED.includes(name) || LOCKFILE_NAMES.includes(name);
}

/** The folder itself if it exists, else the nearest one above that does. */
export function nearestFolder(disk: Disk, folder: string): string {
  const there = ifThere(() => disk.lstatSync(folder)) !== undefined;
  return there || dirname(folder) === folder ? folder : nearestFolder(disk, dirname(folder));
}

function isInside(boundary: string, file: string): boolean {
  return file.startsWith(boundary.endsWith(sep) ? boundary : boundary + sep);
}

function leaves(path: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'path-leaves-service',
    exitCode: EXIT.refused,
    found: `\`${path}\` leads out of the service, so it is not written.`,
    todo: 'Replace the symbolic link by the file or folder it stands for, then run the command again.',
    places: [path],
  });
}
