import { EXIT, ProblemError } from '@joinery/engine';
import type { FeatureSource, FoundFeature } from '../feature/found-feature.ts';
import { packageName } from '../registry/package-name.ts';
import { type RegistryOptions, registrySource } from '../registry/registry-source.ts';

/** Which registry to ask, and where its answers are kept. */
export type RegistryPlace = Pick<RegistryOptions, 'cacheFolder'> & Partial<RegistryOptions>;

/**
 * The features of an npm registry. Their manifests take part in every resolution; the code of a version that is chosen
 * must be installed before it can be planned with, because nothing is downloaded and run unasked.
 */
export function registryFeatures(place: RegistryPlace): FeatureSource {
  const source = registrySource(place);
  return {
    names: source.names,
    versions: async (name): Promise<readonly FoundFeature[]> => {
      const published = await source.versions(name);
      return published.map((feature) => ({
        ...feature,
        load: async () => {
          throw notInstalled(name, feature.entry.version);
        },
      }));
    },
  };
}

function notInstalled(name: string, version: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'feature-not-installed',
    exitCode: EXIT.unresolved,
    found: `\`${name}\` ${version} was chosen from the registry, and its package is not installed here.`,
    todo: `Run \`npm install --save-dev ${packageName(name)}@${version}\`, then the command again.`,
  });
}
