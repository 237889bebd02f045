import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ProblemError } from '@joinery/engine';
import { type CatalogPlaces, openCatalog } from './open-catalog.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'open-catalog-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(path: string, content: unknown): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
}

function putFeature(folder: string, name: string, version: string, manifest: object = {}): void {
  put(`${folder}/package.json`, {
    name,
    version,
    keywords: ['joinery-feature'],
    exports: { './plan': './plan.cjs' },
    joinery: { schema: 1, title: name, summary: 'A test.', category: 'test', ...manifest },
  });
  put(`${folder}/plan.cjs`, 'module.exports = { default: { statements: () => [] } };');
}

function open(places: Partial<CatalogPlaces>) {
  return openCatalog({ files: [], more: [], ...places });
}

async function problemOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.catch((caught: unknown) => caught);
  return error instanceof ProblemError ? error.problem.id : 'none';
}

test('every source is searched, and a version found twice comes from the first', async () => {
  put('ws/package.json', { workspaces: ['generators/*'] });
  putFeature('ws/generators/clock', '@joinery/clock', '1.0.0');
  put('ws/generators/tool/package.json', { name: 'tool', version: '1.0.0' });
  put('host/package.json', {
    dependencies: { '@joinery/clock': '^1' },
    devDependencies: { '@acme/gate': '*' },
  });
  putFeature('host/node_modules/@joinery/clock', '@joinery/clock', '1.0.0');
  putFeature('host/node_modules/@acme/gate', '@acme/gate', '2.0.0');
  putFeature('host/node_modules/@acme/unnamed', '@acme/unnamed', '1.0.0');
  put('tool/node_modules/joinery/package.json', { dependencies: { 'acme-lamp': '^1' } });
  putFeature('tool/node_modules/acme-lamp', 'acme-lamp', '1.0.0');
  putFeature('tool/node_modules/@joinery/clock', '@joinery/clock', '1.1.0');
  put('more.json', { features: [{ name: 'clock', version: '9.0.0', requires: { gate: '^1' } }] });
  const catalog = open({
    workspace: join(root, 'ws'),
    host: join(root, 'host'),
    tool: join(root, 'tool/node_modules/joinery'),
    files: [join(root, 'more.json')],
  });
  expect(await catalog.names()).toEqual(['@acme/gate', 'acme-lamp', 'clock']);
  const found = (await catalog.versions('clock')).map(({ entry, origin }) => [entry.version, origin]);
  expect(found).toEqual([
    ['1.0.0', 'workspace'],
    ['1.1.0', 'bundled'],
    ['9.0.0', 'file'],
  ]);
  expect((await catalog.versions('@acme/gate')).map(({ origin }) => origin)).toEqual(['node_modules']);
  expect(await catalog.versions('none')).toEqual([]);
});

test('a feature is loaded with its plan, options schema and templates, which are read when asked for', async () => {
  put('ws/package.json', { workspaces: { packages: ['features/**'] } });
  putFeature('ws/features/time/clock', '@joinery/clock', '1.0.0', { options: './options.schema.json' });
  put('ws/features/time/clock/options.schema.json', { type: 'object' });
  put('ws/features/time/clock/templates/express/clock.ts', 'first');
  const feature = await open({ workspace: join(root, 'ws') }).load('clock', '1.0.0');
  put('ws/features/time/clock/templates/express/clock.ts', 'second');
  expect(Object.keys(feature.templates)).toEqual(['express/clock.ts']);
  expect(feature.templates['express/clock.ts']).toBe('second');
  expect(feature.optionsSchema).toEqual({ type: 'object' });
  expect(typeof feature.plan.statements).toBe('function');
});

test('pnpm names its packages in a file of its own', async () => {
  put('ws/package.json', {});
  put(
    'ws/pnpm-workspace.yaml',
    'packages:\n  # ours\n  - \'generators/*\' # all\n  - "!generators/old"\ncatalog:\n  - a/*\n',
  );
  putFeature('ws/generators/clock', '@joinery/clock', '1.0.0');
  expect(await open({ workspace: join(root, 'ws') }).names()).toEqual(['clock']);
});

test('a broken manifest, a broken catalog and a package that fails to load are each named', async () => {
  put('ws/package.json', { workspaces: ['*'] });
  putFeature('ws/clock', '@joinery/clock', '1.0.0');
  put('ws/clock/plan.cjs', 'throw new Error("boom");');
  const catalog = open({ workspace: join(root, 'ws'), files: [] });
  expect(await problemOf(catalog.load('clock', '1.0.0'))).toBe('feature-unloadable');
  expect(await problemOf(catalog.load('clock', '2.0.0'))).toBe('feature-unloadable');
  putFeature('ws/lamp', '@joinery/lamp', '1.0.0', { schema: 2, requires: { clock: 'soon' } });
  const faults: unknown = await open({ workspace: join(root, 'ws') })
    .names()
    .catch((error: unknown) => error);
  expect(faults).toHaveProperty('problem.found', expect.stringMatching(/schema[\s\S]*requires/));
  expect(faults).toHaveProperty(
    'problem.places',
    expect.arrayContaining([expect.stringContaining('ws/lamp/package.json')]),
  );
  put('bad.json', '{"features": {}}');
  expect(await problemOf(open({ files: [join(root, 'bad.json')] }).names())).not.toBe('none');
  expect(await problemOf(open({ files: [join(root, 'none.json')] }).names())).toBe('catalog-unreadable');
});
