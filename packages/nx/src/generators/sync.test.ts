import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { logger } from '@nx/devkit';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { composeGenerator } from './compose.ts';
import { syncGenerator } from './sync.ts';

const SERVER = "import express from 'express';\n\nconst app = express();\n\napp.listen(3000);\n";
let root = '';

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'nx-sync-'));
  jest.spyOn(logger, 'info').mockReturnValue(undefined);
  put('nx.json', '{}');
  put('package.json', JSON.stringify({ name: 'acme', private: true, workspaces: ['apps/*'] }));
  put('package-lock.json', '{}');
  for (const name of ['shop', 'plain']) {
    put(
      `apps/${name}/package.json`,
      `${JSON.stringify({ name: `@acme/${name}`, dependencies: { express: '^5.0.0' } })}\n`,
    );
    put(`apps/${name}/src/server.ts`, SERVER);
  }
  const tree = openTree();
  await composeGenerator(tree, { project: 'shop', features: ['health'], skipInstall: true });
  flushChanges(root, tree.listChanges());
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
  jest.restoreAllMocks();
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const openTree = () => new FsTree(root, false);

test('a workspace as it was composed is in sync, and services without features are left alone', async () => {
  const tree = openTree();
  expect(await syncGenerator(tree)).toBeUndefined();
  expect(tree.listChanges()).toEqual([]);
});

test('drift is told with its place, and mended in the tree that Nx shows or writes', async () => {
  rmSync(join(root, 'apps/shop/src/platform/health/answer.ts'));
  put('apps/shop/src/server.ts', SERVER);
  const tree = openTree();
  expect(await syncGenerator(tree)).toEqual({
    outOfSyncMessage: 'Services are not as their joinery.json says.',
    outOfSyncDetails: expect.arrayContaining([
      'apps/shop: src/platform/health/answer.ts The generated file `src/platform/health/answer.ts` is gone.',
      expect.stringMatching(/^apps\/shop: src\/server\.ts:\d+ `installPlatform` of .* is no longer called/),
    ]),
  });
  expect(tree.listChanges().map(({ path }) => path)).toEqual([
    'apps/shop/src/platform/health/answer.ts',
    'apps/shop/src/server.ts',
  ]);
  expect(await syncGenerator(tree)).toBeUndefined();
});

test('a service that cannot be planned stops the sync, naming it', async () => {
  put('apps/shop/joinery.json', '{ "features": { "helth": "*" } }');
  await expect(syncGenerator(openTree())).rejects.toThrow(/^apps\/shop: error\[unknown-feature\]/);
});
