import { ProblemError } from '../problem.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import { profile } from './profile.ts';

const json = (fields: object) => JSON.stringify({ name: 'parcels', ...fields });
const express = { dependencies: { express: '^5.1.0' } };
const app = "import express from 'express';\nconst app = express();\n";
const read = (files: Record<string, string>) => profile(memoryTree(files), {});

test.each([
  ['a built file', { start: 'node dist/server.js' }, 'src/server.ts'],
  [
    'a script behind a script',
    { start: 'npm run build && npm run up', up: 'node ./dist/boot/www.js' },
    'src/boot/www.ts',
  ],
  ['a file without extension', { start: 'ts-node ./src/boot/www' }, 'src/boot/www.ts'],
  [
    'a preload before the file',
    { start: 'node -r ./src/tracing.ts --env-file .env src/server.ts' },
    'src/server.ts',
  ],
  ['a watcher', { dev: 'tsx watch src/server.ts' }, 'src/server.ts'],
  [
    'a bundler with settings of its own',
    {
      start: 'node dist/bundle.js',
      'start:prod': 'webpack --config webpack.config.ts && npm start',
      dev: 'tsx src/server.ts',
    },
    'src/server.ts',
  ],
])('finds the entry behind %s', (_, scripts, entry) => {
  const files = {
    'src/server.ts': app,
    'src/boot/www.ts': app,
    'src/tracing.ts': '',
    'webpack.config.ts': '',
  };
  const found = read({ ...files, 'package.json': json({ ...express, scripts }) });
  expect(found.entry?.value).toBe(entry);
});

test('finds the entry that the container runs', () => {
  const files = { 'src/odd.ts': app, Dockerfile: 'FROM node:22.4\nCMD ["node", "out/odd.js"]\n' };
  const found = read({ ...files, 'package.json': json(express) });
  expect(found.entry).toEqual({ value: 'src/odd.ts', evidence: 'Dockerfile' });
  expect(found.node).toEqual({ value: '22.4.0', evidence: 'Dockerfile' });
});

test.each([
  [
    'several stages',
    'FROM node:22 AS build\nCMD ["node", "dist/never.js"]\nFROM node:22\nCMD ["node", "dist/odd.js"]\n',
  ],
  ['a shell', 'FROM node:22\nCMD ["sh", "-c", "npx prisma migrate deploy && node dist/odd.js"]\n'],
  ['an entry point and its arguments', 'FROM node:22\nENTRYPOINT ["node"]\nCMD ["dist/odd.js"]\n'],
  ['lines that go on', 'FROM node:22\nCMD node \\\n  --enable-source-maps \\\n  dist/odd.js\n'],
  ['a script of package.json', 'FROM node:22\nCMD ["npm", "run", "serve:prod"]\n'],
])('finds the entry that a container runs by %s', (_, Dockerfile) => {
  const scripts = { build: 'tsc', 'serve:prod': 'node dist/odd.js' };
  const files = { 'src/odd.ts': app, 'src/never.ts': app, Dockerfile };
  const found = read({ ...files, 'package.json': json({ ...express, scripts }) });
  expect(found.entry).toEqual({ value: 'src/odd.ts', evidence: 'Dockerfile' });
});

test('in a monorepo of Nest the default project is the service, and the platform lies in its sources', () => {
  const found = read({
    'package.json': json({
      dependencies: { '@nestjs/core': '^11.0.0' },
      scripts: { 'start:prod': 'node dist/apps/api/main' },
    }),
    'nest-cli.json': '{ "monorepo": true, "root": "apps/api", "sourceRoot": "apps/api/src", "projects": {} }',
    'apps/api/src/main.ts': "import { NestFactory } from '@nestjs/core';\n",
    'apps/mail/src/main.ts': "import { NestFactory } from '@nestjs/core';\n",
  });
  expect(found.entry?.value).toBe('apps/api/src/main.ts');
  expect(found.platformFolder).toBe('apps/api/src/platform');
});

test('tells the framework by what the entry and its files import, with the place', () => {
  const found = read({
    'package.json': json({
      dependencies: { express: '^4.18.2', fastify: '^5.0.0' },
      scripts: { start: 'node dist/main.js' },
    }),
    'src/main.ts': "import { app } from './web/app.js';\n",
    'src/web/app.ts': `\n\n${app}`,
  });
  expect(found.framework).toEqual({
    value: { name: 'express', version: '4.18.2' },
    evidence: 'src/web/app.ts:3',
  });
  expect(found.importExtension).toBe('.js');
});

test.each([
  ['no-node-project', {}],
  ['broken-package-json', { 'package.json': '{ "name": ' }],
  ['no-entry', { 'package.json': json(express) }],
  ['framework-unknown', { 'package.json': json({}), 'src/main.ts': 'console.log(1);\n' }],
  [
    'framework-ambiguous',
    { 'package.json': json({}), 'src/main.ts': "import 'express';\nimport { fastify } from 'fastify';\n" },
  ],
])('stops with %s', (id, files) => {
  expect(() => read(files)).toThrow(ProblemError);
  try {
    read(files);
  } catch (error) {
    expect(error).toMatchObject({ problem: { id, exitCode: 1 } });
  }
});

test('a pin decides what is ambiguous', () => {
  const files = {
    'package.json': json({ dependencies: { fastify: '^5.0.0', express: '^5.0.0' } }),
    'src/main.ts': "import 'express';\nimport { fastify } from 'fastify';\n",
  };
  expect(profile(memoryTree(files), { framework: 'fastify' }).framework?.value.name).toBe('fastify');
});

test('a Node line past its end of life is raised, and said', () => {
  const found = read({ 'package.json': json({ ...express, engines: { node: '>=16' } }), 'src/main.ts': app });
  expect(found.node.value).toBe('20.0.0');
  expect(found.unknown.join()).toMatch(/package\.json#engines\.node allows Node\.js lines before 20/);
});

test('in a workspace with one list of dependencies, that list is the one to change', () => {
  const files = memoryTree({
    'src/main.ts': app,
    '../../package.json': json({ dependencies: { express: '^5.1.0' } }),
  });
  const found = profile({ ...files, workspace: '../..' }, {});
  expect(found.manifest).toBe('../../package.json');
  expect(found.framework?.value.version).toBe('5.1.0');
});

test.each([
  [
    'pnpm',
    {
      '../../pnpm-workspace.yaml':
        'packages:\n  - "apps/*"\n\ncatalog:\n  "express": ^5.1.0 # ours\n  zod: 4.1.0\n\ncatalogs:\n  old:\n    zod: "^3.24.0"\nother:\n  zod: 1.0.0\n',
      '../../package.json': json({}),
    },
  ],
  [
    'bun',
    {
      '../../package.json': json({
        workspaces: { packages: [], catalog: { express: '^5.1.0' }, catalogs: { old: { zod: '^3.24.0' } } },
      }),
    },
  ],
])('takes ranges from the catalogs of %s', (_, workspace) => {
  const files = memoryTree({
    'package.json': json({ dependencies: { express: 'catalog:', zod: 'catalog:old', koa: 'catalog:none' } }),
    'src/main.ts': app,
    ...workspace,
  });
  const found = profile({ ...files, workspace: '../..' }, {});
  expect(found.framework?.value).toEqual({ name: 'express', version: '5.1.0' });
  expect(found.dependencies.zod?.range).toBe('^3.24.0');
  expect(found.dependencies.koa?.range).toBe('catalog:none');
});

test('follows the style and the module settings of the host', () => {
  const found = read({
    'package.json': json({
      ...express,
      type: 'module',
      devDependencies: { vitest: '^4.0.0' },
      scripts: { test: 'vitest run' },
    }),
    'tsconfig.json': '{ // settings\n "extends": "./base", "compilerOptions": { "outDir": "./built", }, }',
    'base.json': '{ "compilerOptions": { "module": "NodeNext" } }',
    'src/main.ts':
      'import express from "express"\n\nfunction start() {\n\tconst app = express()\n\treturn app\n}\n',
  });
  expect(found.style).toEqual({ indent: '\t', quotes: 'double', semicolons: 'never', eol: '\n' });
  expect(found.importExtension).toBe('.js');
  expect(found.tests).toEqual({ runner: 'vitest', suffix: 'test', module: 'vitest' });
});

test('names the places where the host handles signals itself', () => {
  const found = read({
    'package.json': json(express),
    'src/main.ts': `${app}import './exit.js';\n\nprocess.once( 'SIGTERM', () => undefined);\n`,
    'src/exit.ts': "import closeWithGrace from 'close-with-grace';\n",
    'src/platform/lifecycle.ts': "process.on('SIGTERM', () => undefined);\n",
  });
  expect(found.signalHandlers).toEqual(['src/main.ts:5', 'src/exit.ts:1']);
});

test('tells where the host answers failures itself, in files that a loader finds too', () => {
  const found = read({
    'package.json': json({ dependencies: { fastify: '^5.0.0' } }),
    'src/main.ts':
      "import fastify from 'fastify';\nimport autoload from '@fastify/autoload';\nexport const app = fastify();\napp.register(autoload);\napp.setErrorHandler(() => undefined);\n",
    'src/plugins/unknown.ts':
      'export default fp((app) => {\n  app.setNotFoundHandler(() => undefined);\n});\n',
    'src/platform/errors.ts': 'app.setErrorHandler(() => undefined);\n',
  });
  expect(found.failureHandlers).toEqual([
    { kind: 'error', evidence: 'src/main.ts:5' },
    { kind: 'not-found', evidence: 'src/plugins/unknown.ts:2' },
  ]);
});

test.each([
  ['app.use((err, req, res, next) => next(err));', ['error']],
  ['app.use(errorHandler);\napp.use(notFoundHandler);', ['error', 'not-found']],
  ['const last: ErrorRequestHandler = answer;', ['error']],
  ["app.use('/errors', (req, res) => res.end());\nimport type { ErrorRequestHandler } from 'express';", []],
])('tells failure handlers of Express from others: %s', (text, kinds) => {
  const found = read({ 'package.json': json(express), 'src/main.ts': `${app}\n${text}\n` });
  expect(found.failureHandlers.map(({ kind }) => kind)).toEqual(kinds);
});

test.each([
  ['beside its sources', { 'src/web/app.test.ts': '', 'tests/end.test.ts': '' }, undefined],
  ['in a folder', { 'tests/web/app.test.ts': '' }, 'tests'],
  ['nowhere yet', {}, undefined],
])('tells where a host keeps its tests: %s', (_, tests, folder) => {
  const found = read({
    'package.json': json({ ...express, scripts: { test: 'vitest' }, devDependencies: { vitest: '^4.0.0' } }),
    'src/main.ts': app,
    ...tests,
  });
  expect(found.tests.folder).toBe(folder);
});
