import type { Manifest } from '@joinery/kit';
import type { Catalog, CatalogFeature } from '../compose/catalog.ts';
import { EMPTY_LOCKFILE } from '../lockfile/read-lockfile.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import { recommend } from './recommend.ts';
import { survey } from './survey.ts';
import { withPreset } from './with-preset.ts';

const HOST = {
  'package.json': JSON.stringify({
    name: 'parcels',
    scripts: { start: 'node dist/boot.js' },
    engines: { node: '>=20' },
    dependencies: { express: '^5.1.0', 'prom-client': '^15.0.0' },
  }),
  'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
  'src/boot.ts': "import express from 'express';\nconst app = express();\napp.listen(4100);\n",
};

function feature(name: string, manifest: Partial<Manifest>): CatalogFeature {
  const whole: Manifest = {
    schema: 1,
    title: name,
    summary: `It does ${name}.`,
    category: 'test',
    ...manifest,
  };
  const { requires, optional, conflicts, provides, exclusive, tiers, host } = whole;
  const given = { requires, optional, conflicts, provides, exclusive, tiers, host };
  const entry = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { entry: { name, version: '1.0.0', ...entry }, manifest: whole, origin: 'bundled' };
}

function catalogOf(features: readonly CatalogFeature[]): Catalog {
  return {
    names: async () => features.map(({ entry }) => entry.name),
    versions: async (name) => features.filter(({ entry }) => entry.name === name),
    load: async () => {
      throw new RangeError('a recommendation loads no feature');
    },
  };
}

const FEATURES = [
  feature('shutdown', {
    tiers: { preset: 'basic' },
    recommend: [
      { when: "signal('listens') and not signal('signal-handler')", because: 'deploys drop requests' },
    ],
  }),
  feature('slo', {
    tiers: { min: 'intermediate', preset: 'intermediate' },
    requires: { measures: '^1' },
    recommend: [{ when: "dependency('prom-client')", because: 'metrics exist but no objective does' }],
  }),
  feature('measures', { optional: { panels: '^1' } }),
  feature('panels', { summary: 'It draws.' }),
  feature('headers', { tiers: { preset: 'basic' }, provides: { 'http.headers': '1.0.0' } }),
  feature('store-file', {
    tiers: { preset: 'basic' },
    provides: { storage: '1.0.0' },
    exclusive: ['storage'],
  }),
  feature('store-sql', {
    tiers: { preset: 'basic' },
    provides: { storage: '1.0.0' },
    exclusive: ['storage'],
    recommend: [{ when: "dependency('pg')", because: 'the database is there' }],
  }),
  feature('old', {
    tiers: { preset: 'basic' },
    host: { express: '^3' },
    recommend: [{ when: "framework('express')", because: 'it would help' }],
  }),
  feature('koa-only', {
    tiers: { preset: 'basic' },
    frameworks: ['koa'],
    recommend: [{ when: "framework('express')", because: 'it would help' }],
  }),
];

function portsOf(files: Readonly<Record<string, string>>) {
  return { tree: memoryTree({ ...HOST, ...files }), catalog: catalogOf(FEATURES) };
}

async function recommendationsFor(files: Readonly<Record<string, string>> = {}) {
  return recommend(await survey(portsOf(files)));
}

const INSTALLED = (...names: readonly string[]) => ({
  'joinery.lock.json': JSON.stringify({
    ...EMPTY_LOCKFILE,
    features: Object.fromEntries(
      names.map((name) => [name, { version: '1.0.0', requested: true, options: {} }]),
    ),
  }),
  'joinery.json': JSON.stringify({ features: Object.fromEntries(names.map((name) => [name, '^1.0.0'])) }),
});

test('a rule that holds is shown with its places, its reason and the command, by tier', async () => {
  const { recommended } = await recommendationsFor();
  expect(recommended.map(({ feature: name, kind, tier, command }) => [name, kind, tier, command])).toEqual([
    ['shutdown', 'evidence', 'basic', 'joinery add shutdown'],
    ['headers', 'preset', 'basic', 'joinery add headers'],
    ['slo', 'evidence', 'intermediate', 'joinery add slo --tier intermediate'],
  ]);
  expect(recommended[0]).toMatchObject({
    evidence: [{ place: 'src/boot.ts:3', says: 'listens' }, { says: 'no SIGTERM handler' }],
    because: 'deploys drop requests',
    brings: [],
  });
  expect(recommended[2]).toMatchObject({ brings: ['measures'] });
});

test('a service that has what a rule misses is left alone', async () => {
  const files = { 'src/boot.ts': `${HOST['src/boot.ts']}process.on('SIGTERM', stop);\n` };
  const { recommended } = await recommendationsFor(files);
  expect(recommended.find(({ feature: name }) => name === 'shutdown')?.kind).toBe('preset');
});

test('what does not resolve here is never recommended, and why is said', async () => {
  const { recommended, unavailable } = await recommendationsFor();
  expect(unavailable.map(({ feature: name }) => name)).toEqual(['koa-only', 'old']);
  expect(unavailable[0]?.because).toBe('This service uses express, which `koa-only` does not support.');
  expect(unavailable[1]?.because).toContain('express');
  expect(recommended.map(({ feature: name }) => name)).not.toContain('old');
});

test('what an installed feature uses if present completes it', async () => {
  const { recommended } = await recommendationsFor(INSTALLED('measures'));
  expect(recommended).toContainEqual(
    expect.objectContaining({
      feature: 'panels',
      kind: 'complement',
      evidence: [{ place: 'joinery.lock.json', says: 'has `measures`' }],
    }),
  );
});

test('the gap to a tier counts what the tier can bring to this service', async () => {
  const { gaps } = await recommendationsFor(INSTALLED('shutdown'));
  expect(gaps.map(({ tier, complete, missing }) => [tier, complete, missing])).toEqual([
    ['basic', 50, ['headers']],
    ['intermediate', 33, ['headers', 'slo']],
    ['advanced', 33, ['headers', 'slo']],
    ['enterprise', 33, ['headers', 'slo']],
  ]);
});

test('a tier alone asks for its features; what does not fit or has a rival is left out with a sentence', async () => {
  const asked = { add: [], remove: [], exclude: ['headers'], tier: 'intermediate', prefer: 'lock' } as const;
  const { request, skipped } = await withPreset(asked, portsOf({}));
  expect(request.add).toEqual([{ name: 'shutdown' }, { name: 'slo' }]);
  expect(Object.fromEntries(skipped.map(({ feature: name, because }) => [name, because]))).toMatchObject({
    headers: 'It is excluded.',
    'koa-only': 'This service uses express, which `koa-only` does not support.',
    'store-file': expect.stringContaining('`store-sql`'),
    'store-sql': expect.stringContaining('`store-file`'),
  });
});

test('what comes as a requirement is not said to be left out', async () => {
  const journal = feature('journal', { tiers: { preset: 'basic' }, requires: { 'store-file': '^1' } });
  const asked = { add: [], remove: [], exclude: [], tier: 'basic', prefer: 'lock' } as const;
  const { tree } = portsOf({});
  const { request, skipped } = await withPreset(asked, { tree, catalog: catalogOf([...FEATURES, journal]) });
  expect(request.add.map(({ name }) => name)).toContain('journal');
  const left = skipped.map(({ feature: name }) => name);
  expect(left).toContain('store-sql');
  expect(left).not.toContain('store-file');
});

test('of features that exclude each other the service itself chooses', async () => {
  const json = HOST['package.json'].replace('"prom-client"', '"pg":"^8.0.0","prom-client"');
  const asked = { add: [], remove: [], exclude: [], tier: 'basic', prefer: 'lock' } as const;
  const { request, skipped } = await withPreset(asked, portsOf({ 'package.json': json }));
  expect(request.add.map(({ name }) => name)).toEqual(['headers', 'shutdown', 'store-sql']);
  expect(skipped).toContainEqual({ feature: 'store-file', because: '`store-sql` does its work.' });
});
