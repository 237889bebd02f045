import type { CatalogFeature, Feature } from '@joinery/engine';

/** One version of a feature in one place, and the way to load it. */
export interface FoundFeature extends CatalogFeature {
  /** Runs the feature's code for the first time. Throws ProblemError `feature-unloadable`. */
  load(): Promise<Feature>;
}

/** One of the places features come from. */
export interface FeatureSource {
  /** What it has without asking the network. */
  names(): Promise<readonly string[]>;
  /** Every version of the named feature; empty when there is none. */
  versions(name: string): Promise<readonly FoundFeature[]>;
}

/** A source that can list all it has; it is read at most once, when first asked. */
export function listedSource(read: () => readonly FoundFeature[]): FeatureSource {
  let found: readonly FoundFeature[] | undefined;
  const all = () => {
    found ??= read();
    return found;
  };
  return {
    names: async () => all().map(({ entry }) => entry.name),
    versions: async (name) => all().filter(({ entry }) => entry.name === name),
  };
}
