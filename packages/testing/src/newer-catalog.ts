import type { Catalog, CatalogFeature, Feature } from '@joinery/engine';

/** How a catalog is made newer. */
export interface Newer {
  /** What the next version of a feature changes. */
  readonly change: (feature: Feature) => Partial<Feature>;
  /** Whether the versions that were there before can still be had. */
  readonly old: 'kept' | 'gone';
}

/**
 * A catalog as it may be later: every feature has a next minor version, made of the one that is there. Upgrades are tried
 * with it, since no feature has been released twice yet.
 */
export function newerCatalog(catalog: Catalog, { change, old }: Newer): Catalog {
  return {
    names: () => catalog.names(),
    versions: async (name) => {
      const there = await catalog.versions(name);
      return [...(old === 'kept' ? there : []), ...there.map(bumped)];
    },
    load: async (name, version) => {
      const there = await catalog.versions(name);
      const source = there.find(({ entry }) => nextVersion(entry.version) === version);
      if (source === undefined) return catalog.load(name, version);
      const feature = await catalog.load(name, source.entry.version);
      return { ...feature, ...change(feature), version };
    },
  };
}

function bumped({ entry, ...rest }: CatalogFeature): CatalogFeature {
  return { ...rest, entry: { ...entry, version: nextVersion(entry.version) } };
}

/** `1.0.0` → `1.1.0`. */
function nextVersion(version: string): string {
  return version.replace(/^(\d+)\.(\d+)\.\d+.*$/, (_, major, minor) => `${major}.${Number(minor) + 1}.0`);
}
