import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runIn } from '../testing/run-in.ts';
import { contents, makeService } from '../testing/service.ts';

type Files = Readonly<Record<string, string | undefined>>;

const ADD = ['add', 'health', '--yes', '--no-install'];
const EMPTY: Files = { 'package.json': undefined, 'tsconfig.json': undefined, 'src/boot.ts': undefined };

const withDependencies = (dependencies: Readonly<Record<string, string>>): Files => ({
  'package.json': JSON.stringify({ name: 'parcels', scripts: { start: 'node dist/boot.js' }, dependencies }),
});

const CASES: readonly (readonly [
  what: string,
  id: string,
  code: number,
  files: Files,
  args: readonly string[],
])[] = [
  ['an unknown feature', 'unknown-feature', 1, {}, ['add', 'helth', '--yes']],
  ['an unknown feature to describe', 'unknown-feature', 1, {}, ['info', 'helth']],
  ['a feature that is not there to remove', 'not-installed', 1, {}, ['remove', 'health', '--yes']],
  ['a folder that is no Node project', 'no-node-project', 1, EMPTY, ADD],
  ['a folder that does not exist', 'no-such-folder', 1, {}, [...ADD, '--cwd', 'nowhere']],
  ['a project that does not exist', 'unknown-project', 1, {}, [...ADD, '--project', 'nowhere']],
  ['a broken package.json', 'broken-package-json', 1, { 'package.json': '{ "name": ' }, ADD],
  ['a broken joinery.json', 'broken-joinery-json', 1, { 'joinery.json': '{ "teir": "basic" }' }, ADD],
  ['no entry', 'no-entry', 1, { ...withDependencies({ express: '^5.1.0' }), 'src/boot.ts': undefined }, ADD],
  [
    'an unknown framework',
    'framework-unknown',
    1,
    {
      ...withDependencies({ hapi: '18.1.0' }),
      'src/boot.ts': "import { server } from 'hapi';\nserver().start();\n",
    },
    ADD,
  ],
  ['an option of the wrong kind', 'invalid-option', 1, {}, [...ADD, '--set', 'health.cacheMs=soon']],
  ['an option that does not exist', 'invalid-option', 1, {}, [...ADD, '--set', 'health.chacheMs=5']],
  ['a word that is no feature', 'invalid-request', 1, {}, ['add', '../health', '--yes']],
  ['a tier that does not exist', 'invalid-command', 1, {}, [...ADD, '--tier', 'gold']],
  ['a catalog that does not exist', 'catalog-unreadable', 1, {}, [...ADD, '--catalog', 'none.json']],
  ['a plan that does not exist', 'invalid-plan-file', 1, {}, ['apply', 'none.json', '--yes']],
  [
    'a plan that is no plan',
    'invalid-plan-file',
    1,
    { 'plan.json': '{"kind":"plan"}' },
    ['apply', 'plan.json', '--yes'],
  ],
];

test.each(CASES)('%s: %s, exit code %i, nothing written', async (_, id, code, files, args) => {
  const folder = makeService(files);
  const before = contents(folder);
  const said = await runIn(folder, args);
  expect([said.code, said.err]).toEqual([code, expect.stringContaining(`error[${id}]: `)]);
  expect(said.err).toMatch(/\n\nhint: .+\n$/);
  expect(said.err + said.out).not.toMatch(/^ {4}at |undefined|\[object/m);
  expect(contents(folder)).toEqual(before);
  rmSync(folder, { recursive: true });
});

test('two frameworks are both named, and neither is guessed', async () => {
  const folder = makeService({
    ...withDependencies({ express: '^5.1.0', fastify: '^5.0.0' }),
    'src/boot.ts':
      "import express from 'express';\nimport fastify from 'fastify';\nexpress().listen(1);\nfastify().listen();\n",
  });
  const said = await runIn(folder, ADD);
  expect([said.code, said.err]).toEqual([1, expect.stringContaining('error[framework-ambiguous]')]);
  expect(said.err).toContain('at src/boot.ts:1\n');
  expect(said.err).toContain('at src/boot.ts:2\n');
  rmSync(folder, { recursive: true });
});

test.each([
  ['metrics', 'express-prom-bundle', 'both would count every request'],
  [
    'api-openapi',
    'swagger-jsdoc',
    'both would describe the same routes, and the two documents would soon differ',
  ],
])(
  'beside %s, %s is in the way: that is said, with the command that takes it out',
  async (name, other, why) => {
    const folder = makeService({
      ...withDependencies({ express: '^5.1.0', [other]: '^8.0.0' }),
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
    });
    const before = contents(folder);
    const said = await runIn(folder, ['add', name, '--tier', 'intermediate', '--yes', '--no-install']);
    expect([said.code, said.err]).toEqual([3, expect.stringContaining('error[unsolvable]')]);
    expect(said.err).toContain(`since ${why}, and the host has ${other} 8.0.0`);
    expect(said.err).toContain(`pnpm remove ${other} && joinery add ${name}`);
    expect(contents(folder)).toEqual(before);
    rmSync(folder, { recursive: true });
  },
);

test('read-only files stop the apply before anything is written', async () => {
  const folder = makeService();
  chmodSync(join(folder, 'src/boot.ts'), 0o444);
  const before = contents(folder);
  const said = await runIn(folder, ADD);
  expect([said.code, said.err]).toEqual([1, expect.stringContaining('error[read-only-files]')]);
  expect(said.err).toContain('at src/boot.ts');
  expect(contents(folder)).toEqual(before);
  rmSync(folder, { recursive: true });
});

test('uncommitted changes are mentioned, and refused when asked to', async () => {
  const folder = makeService();
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'start');
  writeFileSync(join(folder, 'src/boot.ts'), `${contents(folder)['src/boot.ts']?.slice(4)}// more\n`);
  const before = contents(folder);
  const refused = await runIn(folder, [...ADD, '--require-clean']);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('error[uncommitted-changes]')]);
  expect(refused.err).toContain('at src/boot.ts');
  expect(contents(folder)).toEqual(before);
  const warned = await runIn(folder, ADD);
  expect([warned.code, warned.err]).toEqual([
    0,
    expect.stringContaining('warning: git has uncommitted changes'),
  ]);
  rmSync(folder, { recursive: true });
});
