import type { GeneratorCallback, Tree } from '@nx/devkit';
import { composeProject } from '../compose-project.ts';
import type { ComposeOptions } from './compose.ts';

export type AddOptions = ComposeOptions & Required<Pick<ComposeOptions, 'features'>>;

/** `nx g @joinery/nx:add <project> <features>`: add features to what a project has. */
export function addGenerator(
  tree: Tree,
  { features, skipInstall = false, ...asked }: AddOptions,
): Promise<GeneratorCallback | undefined> {
  return composeProject(tree, { ...asked, add: features, skipInstall });
}
