import semver from 'semver';
import type { CatalogEntry, ResolveRequest, Universe } from './request.ts';
import type { Resolution } from './resolution.ts';

/** Choose the newest version of each requested feature and of everything that must come with it. */
export function resolve(universe: Universe, request: ResolveRequest): Resolution {
  const chosen = new Map<string, CatalogEntry>();
  const queue = Object.entries(request.features);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const [name, range] = next;
    if (
      [...chosen.values()].some((entry) => entry.name === name || Object.hasOwn(entry.provides ?? {}, name))
    )
      continue;
    const entry = universe.features
      .filter((one) => matches(one, name, range))
      .sort((a, b) => semver.rcompare(a.version, b.version))[0];
    if (entry === undefined) {
      return {
        status: 'unsolvable',
        explanation: [`Nothing offers \`${name}\` ${range}.`],
        causes: null,
        fixes: [],
      };
    }
    chosen.set(entry.name, entry);
    queue.push(...Object.entries(entry.requires ?? {}));
  }
  const names = [...chosen.keys()].sort();
  return {
    status: 'resolved',
    versions: Object.fromEntries(names.map((name) => [name, chosen.get(name)?.version ?? ''])),
    providers: {},
  };
}

function matches(entry: CatalogEntry, name: string, range: string): boolean {
  if (entry.name === name) return semver.satisfies(entry.version, range);
  const provided = entry.provides?.[name];
  return provided !== undefined && semver.satisfies(provided, range);
}
