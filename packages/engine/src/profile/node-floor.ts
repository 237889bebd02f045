import type { Fact } from '@joinery/kit';
import semver from 'semver';
import type { Tree } from '../tree/tree.ts';
import type { PackageJson } from './package-json.ts';

/** The oldest line that Joinery's generated code supports; what is assumed when the host says nothing. */
const ASSUMED = '20.19.0';

/** Find the lowest Node.js version the host promises to run on. */
export function findNodeFloor(tree: Tree, json: PackageJson): Fact<string> {
  const engines = json.engines?.node;
  const floor = engines === undefined ? null : minimum(engines);
  if (floor !== null) return { value: floor, evidence: 'package.json#engines.node' };
  for (const file of ['.nvmrc', '.node-version']) {
    const version = semver.coerce(tree.read(file) ?? '')?.version;
    if (version !== undefined) return { value: version, evidence: file };
  }
  const image = /^FROM\s+(?:\S+\/)?node:(\d+(?:\.\d+){0,2})/m.exec(tree.read('Dockerfile') ?? '')?.[1];
  const tagged = semver.coerce(image ?? '')?.version;
  if (tagged !== undefined) return { value: tagged, evidence: 'Dockerfile' };
  return { value: ASSUMED, evidence: 'nothing says: assumed' };
}

function minimum(range: string): string | null {
  return semver.validRange(range) === null ? null : (semver.minVersion(range)?.version ?? null);
}
