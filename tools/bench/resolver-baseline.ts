import { TIERS } from '@joinery/kit';
import semver from 'semver';
import type { CatalogEntry } from '../../packages/engine/src/resolver/request.ts';
import type { Case } from './resolver-universe.ts';

/**
 * What one would write first: depth-first, newest first, chronological backtracking, `semver.satisfies`
 * on strings. It knows requirements, capabilities, host and tier, and nothing of conflicts or explanations.
 */
export function plainBacktracking(
  { universe, request }: Case,
  deadline: number,
): 'resolved' | 'unsolvable' | 'too slow' {
  const byName = group(universe.features);
  const newestFirst = new Map([...byName].map(([name, all]) => [name, [...all].sort(newest)]));
  const byCapability = new Map<string, CatalogEntry[]>();
  for (const entry of universe.features) {
    for (const name of Object.keys(entry.provides ?? {}))
      byCapability.set(name, [...(byCapability.get(name) ?? []), entry]);
  }
  const chosen = new Map<string, CatalogEntry>();
  const tier = request.tier === undefined ? undefined : TIERS.indexOf(request.tier);
  try {
    return fulfil(Object.entries(request.features)) ? 'resolved' : 'unsolvable';
  } catch {
    return 'too slow';
  }

  function fulfil(open: readonly (readonly [string, string])[]): boolean {
    if (performance.now() > deadline) throw new Error('too slow');
    const [next, ...rest] = open;
    if (next === undefined) return true;
    const [name, range] = next;
    const answers = (entry: CatalogEntry) =>
      semver.satisfies(entry.name === name ? entry.version : (entry.provides?.[name] ?? ''), range);
    if ([...chosen.values()].some(answers)) return fulfil(rest);
    for (const entry of [...(newestFirst.get(name) ?? []), ...(byCapability.get(name) ?? [])]) {
      if (!answers(entry) || chosen.has(entry.name) || !fits(entry)) continue;
      chosen.set(entry.name, entry);
      if (fulfil([...Object.entries(entry.requires ?? {}), ...rest])) return true;
      chosen.delete(entry.name);
    }
    return false;
  }

  function fits(entry: CatalogEntry): boolean {
    const min = entry.tiers?.min;
    if (tier !== undefined && min !== undefined && tier < TIERS.indexOf(min)) return false;
    return Object.entries(entry.host ?? {}).every(([name, range]) => {
      const found = request.host?.[name];
      return found === undefined || semver.satisfies(found, range);
    });
  }
}

function newest(a: CatalogEntry, b: CatalogEntry): number {
  return semver.rcompare(a.version, b.version);
}

function group(features: readonly CatalogEntry[]): Map<string, CatalogEntry[]> {
  const found = new Map<string, CatalogEntry[]>();
  for (const entry of features) found.set(entry.name, [...(found.get(entry.name) ?? []), entry]);
  return found;
}
