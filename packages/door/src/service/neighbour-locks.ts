import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceFolders } from '@joinery/catalog';
import { LOCKFILE } from '@joinery/engine';
import type { Service } from './find-service.ts';
import { nxProjects } from './nx-projects.ts';

/** The texts of the lockfiles of the workspace's other services, in the order of their folders. */
export function neighbourLocks({ root, folder }: Pick<Service, 'root' | 'folder'>): readonly string[] {
  if (root === undefined) return [];
  const members = [...workspaceFolders(root), ...nxProjects(root).map(([, path]) => path)];
  return [...new Set(members)]
    .sort()
    .map((member) => join(root, member))
    .filter((member) => member !== folder)
    .map((member) => join(member, LOCKFILE))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));
}
