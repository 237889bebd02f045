import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { workspaceFolders } from '@joinery/catalog';
import { EXIT, ProblemError } from '@joinery/engine';
import { nxProjects } from './nx-projects.ts';

/** A service on the disk, and the workspace it belongs to. Absolute paths without symbolic links. */
export interface Service {
  readonly folder: string;
  readonly root: string | undefined;
  /** The way from the service to its workspace, `../..`. */
  readonly workspace: string | undefined;
}

/**
 * Find the service around a folder: the nearest package.json or project.json, upwards to the repository's root.
 * With `project`, the package, Nx project or folder of that name in the workspace. Throws ProblemError
 * `no-such-folder` or `unknown-project`.
 */
export function findService(from: string, project: string | undefined): Service {
  if (!existsSync(from) || !statSync(from).isDirectory()) throw noFolder(from);
  const start = realpathSync(from);
  const folder = project === undefined ? nearestService(start) : projectFolder(start, project);
  const root = workspaceRoot(folder);
  if (root === undefined) return { folder, root, workspace: undefined };
  return { folder, root, workspace: relative(folder, root).split(sep).join('/') };
}

/** The folder and those above it, up to the repository's root. */
function upwards(folder: string): readonly string[] {
  const above = dirname(folder);
  const last = above === folder || existsSync(join(folder, '.git'));
  return [folder, ...(last ? [] : upwards(above))];
}

function nearestService(start: string): string {
  const found = upwards(start).find((folder) => has(folder, 'package.json') || has(folder, 'project.json'));
  return found ?? start;
}

/** The nearest folder above that has the service as one of its members. */
function workspaceRoot(folder: string): string | undefined {
  return upwards(folder)
    .slice(1)
    .find((root) => has(root, 'nx.json') || workspaceFolders(root).includes(relative(root, folder)));
}

function projectFolder(start: string, project: string): string {
  const root = upwards(start).findLast((folder) => isWorkspace(folder));
  if (root === undefined) throw unknownProject(project, []);
  const members = workspaceFolders(root).map((folder) => [nameOf(join(root, folder)), folder] as const);
  const known = [...members, ...nxProjects(root)];
  const found = known.find(([name, folder]) => name === project || folder === project.replace(/\/$/, ''));
  if (found === undefined) throw unknownProject(project, known.map(([name]) => name).sort());
  return join(root, found[1]);
}

function isWorkspace(folder: string): boolean {
  return has(folder, 'nx.json') || has(folder, 'pnpm-workspace.yaml') || workspaceFolders(folder).length > 0;
}

function nameOf(folder: string): string {
  const name = /"name"\s*:\s*"([^"]+)"/.exec(readFileSync(join(folder, 'package.json'), 'utf8'))?.[1];
  return name ?? folder;
}

function has(folder: string, name: string): boolean {
  return existsSync(join(folder, name));
}

function noFolder(folder: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'no-such-folder',
    exitCode: EXIT.error,
    found: `There is no folder \`${folder}\`.`,
    todo: 'Name the folder of a service with `--cwd`.',
  });
}

function unknownProject(project: string, known: readonly string[]): ProblemError {
  const names = [...new Set(known)].map((name) => `\`${name}\``);
  return new ProblemError({
    kind: 'problem',
    id: 'unknown-project',
    exitCode: EXIT.error,
    found: `There is no project \`${project}\` in this workspace.`,
    todo: names.length === 0 ? 'Run the command inside a workspace.' : `It has ${names.join(', ')}.`,
  });
}
