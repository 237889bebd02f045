import { sets, type VersionSet } from '../solver/version-set.ts';
import { versionsIn } from './answers.ts';
import type { Encoding } from './encoding.ts';
import { tableOf } from './universe-index.ts';

/**
 * The version to try first: the locked one, else the newest. A pre-release comes last unless a range
 * on the feature itself lets it in, as with npm: being the provider of a capability is no consent.
 */
export function pickVersion(
  encoding: Encoding,
  package_: number,
  allowed: VersionSet,
  chosen: ReadonlyMap<number, number>,
): number {
  const { name = '', kind } = encoding.packages[package_] ?? {};
  const newest = sets.newest(allowed);
  const table = kind === 'feature' ? tableOf(encoding.index, name) : undefined;
  if (table === undefined) return newest;
  const lock = encoding.wish.keepLocked ? encoding.wish.lock.get(name) : undefined;
  const locked = lock === undefined ? -1 : table.versions.indexOf(lock);
  if (locked >= 0 && sets.has(allowed, locked)) return locked;
  if (table.parsed[newest]?.prerelease.length === 0) return newest;
  if (isConsented(encoding, name, newest, chosen)) return newest;
  const stable = sets.versions(allowed).filter((version) => table.parsed[version]?.prerelease.length === 0);
  return stable.at(-1) ?? newest;
}

function isConsented(
  encoding: Encoding,
  name: string,
  version: number,
  chosen: ReadonlyMap<number, number>,
): boolean {
  const { index, packages, wish } = encoding;
  const asked = wish.features.get(name);
  if (asked !== undefined && sets.has(versionsIn(index, name, asked), version)) return true;
  return [...chosen].some(([package_, decided]) => {
    const { kind, name: feature = '' } = packages[package_] ?? {};
    const requires = kind === 'feature' ? tableOf(index, feature)?.entries[decided]?.requires : undefined;
    const range = requires !== undefined && Object.hasOwn(requires, name) ? requires[name] : undefined;
    return range !== undefined && sets.has(versionsIn(index, name, range), version);
  });
}
