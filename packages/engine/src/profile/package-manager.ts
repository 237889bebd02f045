import type { Fact, PackageManager } from '@joinery/kit';
import type { Tree } from '../tree/tree.ts';
import type { PackageJson } from './package-json.ts';

const LOCKFILES: readonly (readonly [file: string, manager: PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

/** Tell who installs the service's packages: the `packageManager` field, then a lockfile, then npm. */
export function findPackageManager(tree: Tree, json: PackageJson): Fact<PackageManager> {
  const named = json.packageManager?.split('@')[0];
  const declared = LOCKFILES.find(([, manager]) => manager === named);
  if (declared) return { value: declared[1], evidence: 'package.json#packageManager' };
  const files = [...tree.list(''), ...(tree.workspace === undefined ? [] : tree.list(tree.workspace))];
  const locked = LOCKFILES.find(([file]) => files.includes(file));
  if (locked) return { value: locked[1], evidence: locked[0] };
  return { value: 'npm', evidence: 'no lockfile: assumed' };
}
