import type { GeneratorCallback, Tree } from '@nx/devkit';
import { composeProject } from '../compose-project.ts';

export interface RemoveOptions {
  readonly project: string;
  readonly features: readonly string[];
  readonly skipInstall?: boolean;
}

/** `nx g @joinery/nx:remove <project> <features>`: take features out again; people's own edits stay. */
export function removeGenerator(
  tree: Tree,
  { project, features, skipInstall = false }: RemoveOptions,
): Promise<GeneratorCallback | undefined> {
  return composeProject(tree, { project, remove: features, skipInstall });
}
