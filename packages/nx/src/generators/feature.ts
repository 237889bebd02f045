import type { Json } from '@joinery/kit';
import type { GeneratorCallback, Tree } from '@nx/devkit';
import { composeProject } from '../compose-project.ts';

/** What a feature's own schema.json gives; every other key is an option of the feature. */
export interface FeatureOptions {
  readonly project: string;
  /** The package that `nx g <package>:add` names; a constant of its schema. */
  readonly feature: string;
  readonly tier?: string;
  readonly skipInstall?: boolean;
  readonly [option: string]: Json | undefined;
}

/** `nx g @joinery/health:add <project>`: the generator that the generators.json of every feature points at. */
export function featureGenerator(
  tree: Tree,
  { project, feature, tier, skipInstall = false, ...options }: FeatureOptions,
): Promise<GeneratorCallback | undefined> {
  const set = Object.entries(options).map(([key, value]) => `${feature}.${key}=${JSON.stringify(value)}`);
  return composeProject(tree, { project, add: [feature], set, tier, skipInstall });
}

export default featureGenerator;
