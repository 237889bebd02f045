import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ProblemError } from '@joinery/engine';
import { diskTree } from './disk-tree.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'disk-tree-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function problemOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.id;
    throw error;
  }
  return 'none';
}

test('a text is read as it is, byte order mark and line ends included', () => {
  put('api/src/main.ts', '\uFEFFconst a = 1;\r\n');
  expect(diskTree(join(root, 'api')).read('src/main.ts')).toBe('\uFEFFconst a = 1;\r\n');
});

test('what is not there, or is a folder, is undefined; names are sorted', () => {
  put('api/b.ts', '');
  put('api/a/x.ts', '');
  const tree = diskTree(join(root, 'api'));
  expect([tree.read('none.ts'), tree.read('a'), tree.read('b.ts/x'), tree.list('none')]).toEqual([
    undefined,
    undefined,
    undefined,
    [],
  ]);
  expect(tree.list('')).toEqual(['a', 'b.ts']);
});

test('a path or a link that leads out of the service is refused; a link inside it is followed', () => {
  put('secret.txt', 'secret');
  put('api/real/a.ts', 'inside');
  symlinkSync(join(root, 'secret.txt'), join(root, 'api/out.ts'));
  symlinkSync(root, join(root, 'api/up'));
  symlinkSync('real', join(root, 'api/alias'));
  const tree = diskTree(join(root, 'api'));
  for (const path of ['../secret.txt', '/etc/passwd', 'src/../../secret.txt', 'out.ts', 'up/secret.txt']) {
    expect([path, problemOf(() => tree.read(path))]).toEqual([path, 'path-leaves-service']);
  }
  expect(problemOf(() => tree.list('..'))).toBe('path-leaves-service');
  expect(tree.read('alias/a.ts')).toBe('inside');
});

test('binary, huge, badly encoded and forbidden files are named, never misread', () => {
  put('a.ts', new Uint8Array([0x50, 0, 0x51]));
  put('b.ts', new Uint8Array([0xc3, 0x28]));
  put('c.ts', 'x'.repeat(4 * 1024 * 1024 + 1));
  const tree = diskTree(root);
  for (const path of ['a.ts', 'b.ts', 'c.ts']) {
    expect([path, problemOf(() => tree.read(path))]).toEqual([path, 'unreadable-file']);
  }
  put('d.ts', 'x');
  chmodSync(join(root, 'd.ts'), 0);
  if (process.getuid?.() !== 0) expect(problemOf(() => tree.read('d.ts'))).toBe('unreadable-file');
});

test('of the workspace only manifest files and installed manifests are read', () => {
  put('package.json', '{}');
  put('package-lock.json', 'lock');
  put('secret.txt', 'secret');
  put('libs/a.ts', 'library');
  put('.prettierrc', 'prettier');
  put('packages/tsconfig/node.json', 'settings');
  put('libs/tsconfig.lib.json', 'more settings');
  put('node_modules/express/package.json', 'express');
  put('node_modules/koa/package.json', 'koa');
  put('apps/api/node_modules/koa/package.json', 'own koa');
  const tree = diskTree(join(root, 'apps/api'), '../..');
  expect(tree.read('../../package.json')).toBe('{}');
  expect(tree.list('../..')).toEqual(['.prettierrc', 'package-lock.json', 'package.json']);
  expect(tree.read('../../.prettierrc')).toBe('prettier');
  expect(tree.read('../../packages/tsconfig/node.json')).toBe('settings');
  expect(tree.read('../../libs/tsconfig.lib.json')).toBe('more settings');
  expect(tree.read('node_modules/express/package.json')).toBe('express');
  expect(tree.read('node_modules/koa/package.json')).toBe('own koa');
  for (const path of ['../../secret.txt', '../../libs/a.ts', '../package.json', '../../../package.json']) {
    expect([path, problemOf(() => tree.read(path))]).toEqual([path, 'path-leaves-service']);
  }
});
