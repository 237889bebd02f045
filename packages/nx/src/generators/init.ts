import { type NxJsonConfiguration, readNxJson, type Tree, updateNxJson } from '@nx/devkit';

const PLUGIN = '@joinery/nx/plugin';
const SYNC = '@joinery/nx:sync';

/** `nx add @joinery/nx`: let Nx infer what can be done with services that have features, and keep them in sync. */
export async function initGenerator(tree: Tree): Promise<void> {
  const nxJson = readNxJson(tree) ?? {};
  updateNxJson(tree, withSync(withPlugin(nxJson)));
}

function withPlugin(nxJson: NxJsonConfiguration): NxJsonConfiguration {
  const plugins = nxJson.plugins ?? [];
  const names = plugins.map((plugin) => (typeof plugin === 'string' ? plugin : plugin.plugin));
  return names.includes(PLUGIN) ? nxJson : { ...nxJson, plugins: [...plugins, PLUGIN] };
}

function withSync(nxJson: NxJsonConfiguration): NxJsonConfiguration {
  const generators = nxJson.sync?.globalGenerators ?? [];
  if (generators.includes(SYNC)) return nxJson;
  return { ...nxJson, sync: { ...nxJson.sync, globalGenerators: [...generators, SYNC] } };
}

export default initGenerator;
