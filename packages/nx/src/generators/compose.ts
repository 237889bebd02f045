import type { GeneratorCallback, Tree } from '@nx/devkit';
import { composeProject } from '../compose-project.ts';

export interface ComposeOptions {
  readonly project: string;
  /** `health`, `health@^1`. */
  readonly features?: readonly string[];
  readonly tier?: string;
  readonly exclude?: readonly string[];
  /** `health.cacheMs=500`. */
  readonly set?: readonly string[];
  readonly latest?: boolean;
  readonly skipInstall?: boolean;
}

/** `nx g @joinery/nx:compose <project>`: bring a project to the features and the tier that are wanted. */
export function composeGenerator(
  tree: Tree,
  { features = [], skipInstall = false, ...asked }: ComposeOptions,
): Promise<GeneratorCallback | undefined> {
  return composeProject(tree, { ...asked, add: features, skipInstall });
}
