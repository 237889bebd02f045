import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { logger, type Tree } from '@nx/devkit';
import { FsTree } from 'nx/src/generators/tree';
import { composeGenerator } from './generators/compose.ts';
import { featureGenerator } from './generators/feature.ts';
import { generateGenerator } from './generators/generate.ts';
import { removeGenerator } from './generators/remove.ts';

const SERVER = "import express from 'express';\n\nconst app = express();\n\napp.listen(3000);\n";
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nx-door-'));
  jest.spyOn(logger, 'info').mockReturnValue(undefined);
  put('nx.json', '{}');
  put('package.json', JSON.stringify({ name: 'acme', private: true, workspaces: ['apps/*'] }));
  put('package-lock.json', '{}');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
  jest.restoreAllMocks();
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const MANIFEST = `${JSON.stringify({ name: '@acme/shop', dependencies: { express: '^5.0.0' } }, null, 2)}\n`;

function openTree(): Tree {
  return new FsTree(root, false);
}

test('nothing is on the disk until Nx writes it, and the packages are installed afterwards', async () => {
  put('apps/shop/package.json', MANIFEST);
  put('apps/shop/src/server.ts', SERVER);
  const tree = openTree();
  const install = await composeGenerator(tree, { project: 'shop', features: ['health'] });
  const paths = tree.listChanges().map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['apps/shop/joinery.lock.json', 'apps/shop/src/platform/index.ts']),
  );
  expect(paths.every((path) => path.startsWith('apps/shop/'))).toBe(true);
  expect(readFileSync(join(root, 'apps/shop/src/server.ts'), 'utf8')).toBe(SERVER);
  expect(typeof install).toBe('function');
});

test('with skipInstall nobody installs', async () => {
  put('apps/shop/package.json', MANIFEST);
  put('apps/shop/src/server.ts', SERVER);
  const asked = { project: 'shop', features: ['health'], skipInstall: true };
  expect(await composeGenerator(openTree(), asked)).toBeUndefined();
});

test('a project that the same run has just created is composed, and taking the features out leaves it as it was', async () => {
  const tree = openTree();
  tree.write('apps/shop/package.json', MANIFEST);
  tree.write('apps/shop/src/server.ts', SERVER);
  const before = contents(tree);
  await featureGenerator(tree, { project: 'shop', feature: '@joinery/health', cacheMs: 500 });
  expect(tree.read('apps/shop/src/server.ts', 'utf8')).toContain('./platform/index');
  expect(tree.read('apps/shop/joinery.json', 'utf8')).toContain('"cacheMs": 500');
  await removeGenerator(tree, { project: 'shop', features: ['health'] });
  expect(contents(tree)).toEqual(before);
});

test('what cannot be done is said in words, without a stack, and changes nothing', async () => {
  put('apps/shop/package.json', MANIFEST);
  put('apps/shop/src/server.ts', SERVER);
  const tree = openTree();
  const asked = { project: 'shop', features: ['helth'] };
  const error: unknown = await composeGenerator(tree, asked).catch((caught: unknown) => caught);
  expect(error).toMatchObject({
    name: 'Stopped',
    stack: '',
    message: expect.stringMatching(
      /^error\[unknown-feature\]: There is no feature `helth`\. The nearest: `health`\./,
    ),
  });
  expect(tree.listChanges()).toEqual([]);
});

test('all projects with a tag are composed, and share what they need at the root', async () => {
  put('package.json', JSON.stringify({ name: 'acme', private: true, dependencies: { express: '^5.0.0' } }));
  for (const name of ['shop', 'mail', 'web']) {
    const tags = name === 'web' ? [] : ['backend'];
    put(`apps/${name}/project.json`, JSON.stringify({ name, tags, root: `apps/${name}` }));
    put(`apps/${name}/src/server.ts`, SERVER);
    put(`apps/${name}/joinery.json`, JSON.stringify({ profile: { entry: 'src/server.ts' } }));
  }
  const tree = openTree();
  const zod = () => JSON.parse(tree.read('package.json', 'utf8') ?? '').dependencies.zod;
  await composeGenerator(tree, { project: 'tag:backend', features: ['config-env'] });
  const composed = tree.listChanges().filter(({ path }) => path.endsWith('joinery.lock.json'));
  expect(composed.map(({ path }) => path)).toEqual([
    'apps/mail/joinery.lock.json',
    'apps/shop/joinery.lock.json',
  ]);
  expect(zod()).toMatch(/^\^/);
  await removeGenerator(tree, { project: 'shop', features: ['config-env'] });
  expect(zod()).toMatch(/^\^/);
  await removeGenerator(tree, { project: 'mail', features: ['config-env'] });
  expect(zod()).toBeUndefined();
});

function contents(tree: Tree): Readonly<Record<string, string>> {
  return Object.fromEntries(tree.listChanges().map(({ path, content }) => [path, String(content)]));
}

test('what a feature generates is written through Nx as well', async () => {
  put('apps/shop/package.json', MANIFEST);
  put('apps/shop/src/server.ts', SERVER);
  const tree = openTree();
  await generateGenerator(tree, {
    name: 'Order',
    project: 'shop',
    generator: '@joinery/ddd-aggregate:aggregate',
    fields: 'total:Money',
    tier: 'intermediate',
  });
  expect(tree.read('apps/shop/src/domain/order/order.ts', 'utf8')).toContain('get total(): Money {');
  const wrong = {
    name: 'Order',
    project: 'shop',
    generator: '@joinery/ddd-aggregate:aggregate',
    tier: 'advanced',
  };
  await expect(generateGenerator(openTree(), { ...wrong, fields: 'total:Mony' })).rejects.toThrow(/Mony/);
});
