import type { Range } from '@joinery/kit';
import type { CatalogEntry, Universe } from '../request.ts';
import type { VersionSet } from '../solver/version-set.ts';
import { type FeatureTable, featureTable } from './feature-table.ts';

/** One feature's versions that answer to a name. */
export interface Answer {
  readonly feature: string;
  readonly set: VersionSet;
}

/** A universe made quick to ask. Only what is reached is parsed; what was worked out is kept. */
export interface UniverseIndex {
  readonly entries: ReadonlyMap<string, readonly CatalogEntry[]>;
  /** Capability → the features some version of which provides it, sorted. */
  readonly providers: ReadonlyMap<string, readonly string[]>;
  readonly tables: Map<string, FeatureTable>;
  /** Name → range → who answers. */
  readonly answers: Map<string, Map<Range, readonly Answer[]>>;
  /** Feature → range → its versions in the range. */
  readonly ranges: Map<string, Map<Range, VersionSet>>;
}

const indexed = new WeakMap<Universe, UniverseIndex>();

/** Index a universe, once. */
export function universeIndex(universe: Universe): UniverseIndex {
  const known = indexed.get(universe);
  if (known !== undefined) return known;
  const entries = new Map<string, CatalogEntry[]>();
  const providers = new Map<string, Set<string>>();
  for (const entry of universe.features) {
    const siblings = entries.get(entry.name);
    if (siblings === undefined) entries.set(entry.name, [entry]);
    else siblings.push(entry);
    if (entry.provides !== undefined) addProvider(providers, entry);
  }
  const index: UniverseIndex = {
    entries,
    providers: new Map([...providers].map(([name, features]) => [name, [...features].sort()])),
    tables: new Map(),
    answers: new Map(),
    ranges: new Map(),
  };
  indexed.set(universe, index);
  return index;
}

/** A feature's versions, sorted; `undefined` when there is no such feature. */
export function tableOf(index: UniverseIndex, feature: string): FeatureTable | undefined {
  const known = index.tables.get(feature);
  if (known !== undefined) return known;
  const entries = index.entries.get(feature);
  if (entries === undefined) return undefined;
  const table = featureTable(feature, entries);
  index.tables.set(feature, table);
  return table;
}

function addProvider(providers: Map<string, Set<string>>, entry: CatalogEntry): void {
  for (const capability of Object.keys(entry.provides ?? {})) {
    const features = providers.get(capability);
    if (features === undefined) providers.set(capability, new Set([entry.name]));
    else features.add(entry.name);
  }
}
