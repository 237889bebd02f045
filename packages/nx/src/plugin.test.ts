import { createNodes, createNodesV2 } from './plugin.ts';

const [, infer] = createNodesV2;

test('a project with features can be checked, under the name that nx.json gives', () => {
  const [[file, result] = []] = infer(['apps/shop/joinery.lock.json'], undefined);
  expect(file).toBe('apps/shop/joinery.lock.json');
  expect(result?.projects?.['apps/shop']?.targets?.['joinery:check']).toMatchObject({
    executor: '@joinery/nx:check',
    cache: true,
  });
  const [[, named] = []] = infer(['apps/shop/joinery.lock.json'], { checkTargetName: 'features' });
  expect(Object.keys(named?.projects?.['apps/shop']?.targets ?? {})).toEqual(['features']);
  expect(createNodes).toBe(createNodesV2);
});
