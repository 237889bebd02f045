import { LOCKFILE } from '@joinery/engine';
import { type GeneratorCallback, getProjects, joinPathFragments, type Tree } from '@nx/devkit';
import { composeProject } from '../compose-project.ts';

/**
 * What `nx migrate @joinery/nx` runs: every project with features gets their newest versions that are installed. People's
 * edits are merged.
 */
export default async function upgradeFeatures(tree: Tree): Promise<GeneratorCallback | undefined> {
  const roots = [...getProjects(tree).values()]
    .map(({ root }) => root)
    .filter((root) => tree.exists(joinPathFragments(root, LOCKFILE)));
  if (roots.length === 0) return undefined;
  return composeProject(tree, { project: roots.join(','), latest: true, skipInstall: false });
}
