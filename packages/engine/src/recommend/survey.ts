import type { Profile, Tier } from '@joinery/kit';
import { rcompare } from 'semver';
import type { Catalog, CatalogFeature } from '../compose/catalog.ts';
import type { ComposePorts } from '../compose/compose.ts';
import { hostFacts } from '../compose/host-facts.ts';
import { readUniverse } from '../compose/read-universe.ts';
import type { Lockfile } from '../lockfile/lockfile.ts';
import { readLockfile } from '../lockfile/read-lockfile.ts';
import { followImports, type SourceText } from '../profile/import-graph.ts';
import { profile } from '../profile/profile.ts';
import type { ResolveRequest, Universe } from '../resolver/request.ts';
import type { Tree } from '../tree/tree.ts';
import { readWanted } from '../wanted/read-wanted.ts';
import type { Wanted } from '../wanted/wanted.ts';
import { withoutComments } from './signals/without-comments.ts';

/** Everything known of a service and of the features it could have; from here on nothing more is read but single files. */
export interface Survey {
  readonly tree: Tree;
  readonly host: Profile;
  readonly wanted: Wanted;
  readonly lock: Lockfile;
  readonly universe: Universe;
  readonly facts: Pick<ResolveRequest, 'host' | 'evidence' | 'manager'>;
  /** The newest version of every feature, sorted by name. */
  readonly newest: readonly CatalogFeature[];
  /** Manifests by `name@version`. */
  readonly manifests: ReadonlyMap<string, CatalogFeature['manifest']>;
  /** The service's own files near its entry, without their comments. */
  readonly sources: readonly SourceText[];
  /** The tier that joinery.json names, else `basic`. */
  readonly tier: Tier;
}

/** How many files near the entry are looked at; a service's routes lie further from it than its start. */
const MOST_FILES = 200;

/** Read a service and the catalog. Throws ProblemError for a host that cannot be told. */
export async function survey({ tree, catalog }: Pick<ComposePorts, 'tree' | 'catalog'>): Promise<Survey> {
  const wanted = readWanted(tree);
  const lock = readLockfile(tree);
  const host = profile(tree, wanted.profile);
  const universe = await readUniverse(catalog, wanted);
  const found = await catalogFeatures(catalog, universe);
  return {
    tree,
    host,
    wanted,
    lock,
    universe,
    facts: hostFacts(host, universe, tree),
    newest: newestOf(found),
    manifests: new Map(found.map(({ entry, manifest }) => [`${entry.name}@${entry.version}`, manifest])),
    sources: sourcesOf(tree, host),
    tier: wanted.tier ?? 'basic',
  };
}

async function catalogFeatures(catalog: Catalog, { features }: Universe): Promise<readonly CatalogFeature[]> {
  const names = [...new Set(features.map(({ name }) => name))];
  return (await Promise.all(names.map((name) => catalog.versions(name)))).flat();
}

function newestOf(found: readonly CatalogFeature[]): readonly CatalogFeature[] {
  const newest = new Map<string, CatalogFeature>();
  for (const one of found) {
    const known = newest.get(one.entry.name);
    if (known === undefined || rcompare(known.entry.version, one.entry.version) > 0) {
      newest.set(one.entry.name, one);
    }
  }
  return [...newest.values()].sort((a, b) => (a.entry.name < b.entry.name ? -1 : 1));
}

function sourcesOf(tree: Tree, { entry, platformFolder }: Profile): readonly SourceText[] {
  if (entry === undefined) return [];
  return followImports(tree, entry.value, { limit: MOST_FILES })
    .filter(({ file }) => !file.startsWith(`${platformFolder}/`))
    .map(({ file, text }) => ({ file, text: withoutComments(text) }));
}
