import { readNxJson } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { initGenerator } from './init.ts';

test('the plugin is registered once, beside those that are there', async () => {
  const tree = createTreeWithEmptyWorkspace();
  tree.write('nx.json', JSON.stringify({ plugins: [{ plugin: '@nx/eslint/plugin', options: {} }] }));
  await initGenerator(tree);
  await initGenerator(tree);
  expect(readNxJson(tree)?.plugins).toEqual([
    { plugin: '@nx/eslint/plugin', options: {} },
    '@joinery/nx/plugin',
  ]);
  expect(readNxJson(tree)?.sync).toEqual({ globalGenerators: ['@joinery/nx:sync'] });
});
