import type { Fact } from '@joinery/kit';
import semver from 'semver';
import type { Tree } from '../tree/tree.ts';
import type { PackageJson } from './package-json.ts';

/** What is assumed when the host says nothing. */
const ASSUMED = '20.19.0';

/** The oldest line generated code runs on. Older lines are past their end of life. */
const OLDEST = '20.0.0';

/** In a sentence, when a host promises a Node.js line that generated code does not run on. */
export function nodeWarning(floor: Fact<string>): string | undefined {
  return floor.evidence.endsWith(RAISED)
    ? `${floor.evidence.slice(0, -RAISED.length)} allows Node.js lines before 20, which are past their end of life; generated code needs 20 or later.`
    : undefined;
}

const RAISED = ', raised to 20';

/** Find the lowest Node.js version the host promises to run on. */
export function findNodeFloor(tree: Tree, json: PackageJson): Fact<string> {
  const engines = json.engines?.node;
  const floor = engines === undefined ? null : minimum(engines);
  if (floor !== null) return raised(floor, 'package.json#engines.node');
  for (const file of ['.nvmrc', '.node-version']) {
    const version = semver.coerce(tree.read(file) ?? '')?.version;
    if (version !== undefined) return raised(version, file);
  }
  const image = /^FROM\s+(?:\S+\/)?node:(\d+(?:\.\d+){0,2})/m.exec(tree.read('Dockerfile') ?? '')?.[1];
  const tagged = semver.coerce(image ?? '')?.version;
  if (tagged !== undefined) return raised(tagged, 'Dockerfile');
  return { value: ASSUMED, evidence: 'nothing says: assumed' };
}

function raised(version: string, evidence: string): Fact<string> {
  return semver.lt(version, OLDEST)
    ? { value: OLDEST, evidence: evidence + RAISED }
    : { value: version, evidence };
}

function minimum(range: string): string | null {
  return semver.validRange(range) === null ? null : (semver.minVersion(range)?.version ?? null);
}
