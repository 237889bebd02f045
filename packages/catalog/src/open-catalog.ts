import { type Catalog, type CatalogFeature, EXIT, ProblemError } from '@joinery/engine';
import type { FeatureSource, FoundFeature } from './feature/found-feature.ts';
import { bundledPackages } from './sources/bundled-packages.ts';
import { catalogFile } from './sources/catalog-file.ts';
import { hostPackages } from './sources/host-packages.ts';
import { workspacePackages } from './sources/workspace-packages.ts';

/** Where to look for features; absolute paths. */
export interface CatalogPlaces {
  /** The folder whose package.json names the host's dependencies. Absent when there is no host. */
  readonly host?: string;
  /** The root of the workspace that the host belongs to. */
  readonly workspace?: string;
  /** The folder of the running tool's own package. */
  readonly tool?: string;
  /** JSON catalog files. */
  readonly files: readonly string[];
  /** More sources, such as a registry; asked last. */
  readonly more: readonly FeatureSource[];
}

/**
 * Open one catalog over every place features come from. A version found in several places is taken from the first:
 * the workspace, the host's node_modules, the tool's own packages, catalog files, then the rest.
 */
export function openCatalog(places: CatalogPlaces): Catalog {
  const sources: readonly FeatureSource[] = [
    ...(places.workspace === undefined ? [] : [workspacePackages(places.workspace)]),
    hostPackages([places.host, places.workspace].filter((folder) => folder !== undefined)),
    ...(places.tool === undefined ? [] : [bundledPackages(places.tool)]),
    ...places.files.map(catalogFile),
    ...places.more,
  ];
  return {
    names: async () => {
      const names = await Promise.all(sources.map((source) => source.names()));
      return [...new Set(names.flat())].sort();
    },
    versions: async (name) => (await find(sources, name)).map(withoutLoad),
    load: async (name, version) => {
      const found = (await find(sources, name)).find(({ entry }) => entry.version === version);
      if (found === undefined) throw unknownVersion(name, version);
      return found.load();
    },
  };
}

async function find(sources: readonly FeatureSource[], name: string): Promise<readonly FoundFeature[]> {
  const found = (await Promise.all(sources.map((source) => source.versions(name)))).flat();
  const first = new Map<string, FoundFeature>();
  for (const feature of found) {
    const { version } = feature.entry;
    if (!first.has(version)) first.set(version, feature);
  }
  return [...first.values()];
}

function withoutLoad({ entry, manifest, origin }: FoundFeature): CatalogFeature {
  return { entry, manifest, origin };
}

function unknownVersion(name: string, version: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'feature-unloadable',
    exitCode: EXIT.error,
    found: `The feature \`${name}\` ${version} is in no source of features.`,
    todo: `\`joinery info ${name}\` shows the versions that can be had here.`,
  });
}
