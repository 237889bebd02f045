import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HostPlace } from './host-place.ts';

/** The package manager that runs a service's scripts: whose lockfile there is, npm without one. */
export function scriptRunner({ folder, workspace }: HostPlace): 'npm' | 'pnpm' | 'yarn' | 'bun' {
  const homes = [folder, ...(workspace === undefined ? [] : [join(folder, workspace)])];
  const has = (name: string) => homes.some((home) => existsSync(join(home, name)));
  if (has('pnpm-lock.yaml')) return 'pnpm';
  if (has('yarn.lock')) return 'yarn';
  return has('bun.lock') || has('bun.lockb') ? 'bun' : 'npm';
}
