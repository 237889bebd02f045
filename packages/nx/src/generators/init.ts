import { readNxJson, type Tree, updateNxJson } from '@nx/devkit';

const PLUGIN = '@joinery/nx/plugin';

/** `nx add @joinery/nx`: let Nx infer what can be done with services that have features. */
export async function initGenerator(tree: Tree): Promise<void> {
  const nxJson = readNxJson(tree) ?? {};
  const plugins = nxJson.plugins ?? [];
  const names = plugins.map((plugin) => (typeof plugin === 'string' ? plugin : plugin.plugin));
  if (names.includes(PLUGIN)) return;
  updateNxJson(tree, { ...nxJson, plugins: [...plugins, PLUGIN] });
}

export default initGenerator;
