import type { Attempt } from '../solve.ts';
import { sets } from '../solver/version-set.ts';
import { answers } from '../universe/answers.ts';
import type { FeatureTable } from '../universe/feature-table.ts';
import { tableOf, type UniverseIndex } from '../universe/universe-index.ts';

/** Feature → index of its chosen version, sorted by name. */
export type Selection = ReadonlyMap<string, number>;

/** What a search chose, in the words of the universe. */
export function selection({ encoding, outcome }: Attempt): Selection {
  if (outcome.kind !== 'solved') return new Map();
  const features = [...outcome.chosen].flatMap(([package_, version]): [string, number][] => {
    const { kind, name } = encoding.packages[package_] ?? {};
    return kind === 'feature' && name !== undefined ? [[name, version]] : [];
  });
  return new Map(features.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The chosen features that answer to a name within a range. */
export function answering(
  index: UniverseIndex,
  chosen: Selection,
  name: string,
  range: string,
): readonly string[] {
  return answers(index, name, range)
    .filter(({ feature, set }) => chosen.has(feature) && sets.has(set, chosen.get(feature) ?? -1))
    .map(({ feature }) => feature);
}

/** The entry of a chosen feature. */
export function chosenEntry(
  index: UniverseIndex,
  chosen: Selection,
  feature: string,
): FeatureTable['entries'][number] | undefined {
  return tableOf(index, feature)?.entries[chosen.get(feature) ?? -1];
}
