import {
  type Catalog,
  type CatalogFeature,
  type Lockfile,
  memoryTree,
  type Survey,
  survey,
} from '@joinery/engine';
import type { Manifest } from '@joinery/kit';
import type { Key } from '../state/key.ts';
import { press } from '../state/press.ts';
import type { State, Step } from '../state/state.ts';

const HOST = {
  'package.json': JSON.stringify({
    name: 'parcels',
    type: 'module',
    scripts: { start: 'node dist/boot.js' },
    engines: { node: '>=20' },
    dependencies: { express: '^5.1.0' },
  }),
  'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src", "module": "nodenext" } }',
  'src/boot.ts': "import express from 'express';\nconst app = express();\napp.listen(4100);\n",
};

/** A feature that no package stands behind. */
export function madeUp(name: string, manifest: Partial<Manifest>): CatalogFeature {
  const whole: Manifest = {
    schema: 1,
    title: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    summary: `It does ${name} for the service.`,
    category: 'test',
    ...manifest,
  };
  const { requires, optional, conflicts, provides, exclusive, tiers, host } = whole;
  const given = { requires, optional, conflicts, provides, exclusive, tiers, host };
  const entry = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { entry: { name, version: '1.0.0', ...entry }, manifest: whole, origin: 'bundled' };
}

/** A small catalog with one of each kind: recommended, needed, tiered, at odds with another, unfit. */
export const FEATURES: readonly CatalogFeature[] = [
  madeUp('config', { category: 'foundation' }),
  madeUp('shutdown', {
    category: 'foundation',
    requires: { config: '^1' },
    tiers: { preset: 'basic' },
    recommend: [
      { when: "signal('listens') and not signal('signal-handler')", because: 'deploys drop requests' },
    ],
  }),
  madeUp('store-file', { category: 'storage', provides: { storage: '1.0.0' }, exclusive: ['storage'] }),
  madeUp('store-sql', { category: 'storage', provides: { storage: '1.0.0' }, exclusive: ['storage'] }),
  madeUp('audit', { category: 'compliance', tiers: { min: 'advanced', preset: 'advanced' } }),
  madeUp('old', { category: 'storage', host: { express: '^3' } }),
];

export function catalogOf(features: readonly CatalogFeature[]): Catalog {
  return {
    names: async () => features.map(({ entry }) => entry.name),
    versions: async (name) => features.filter(({ entry }) => entry.name === name),
    load: async (name) => {
      throw new RangeError(`nothing stands behind ${name}`);
    },
  };
}

/** The survey of a made-up service. */
export function madeUpSurvey(
  features = FEATURES,
  files: Readonly<Record<string, string>> = {},
): Promise<Survey> {
  return survey({ tree: memoryTree({ ...HOST, ...files }), catalog: catalogOf(features) });
}

/** joinery.json and its lockfile, with features installed. */
export function installed(...names: readonly string[]): Readonly<Record<string, string>> {
  const locked = names.map((name) => [name, { version: '1.0.0', requested: true, options: {} }]);
  const lockfile: Lockfile = {
    schema: 1,
    tier: 'basic',
    platformFolder: 'src/platform',
    features: Object.fromEntries(locked),
    files: {},
    edits: [],
    dependencies: {},
    scripts: {},
    startOptions: [],
    dotenv: {},
  };
  return {
    'joinery.json': JSON.stringify({ features: Object.fromEntries(names.map((name) => [name, '^1.0.0'])) }),
    'joinery.lock.json': JSON.stringify(lockfile),
  };
}

/** Press keys one after the other: names of keys, or a text that is typed letter by letter. */
export function pressAll(state: State, ...keys: readonly string[]): Step {
  return keys.flatMap(keysIn).reduce<Step>((step, key) => press(step.state, key), { state });
}

const NAMED = /^(?:up|down|left|right|return|escape|space|tab|backspace|pageup|pagedown|home|end)$/;

/** The keys that a word stands for: a name of one, or letters. */
export function keysIn(word: string): readonly Key[] {
  if (NAMED.test(word)) return [{ name: word }];
  if (word.startsWith('ctrl-')) return [{ name: word.slice(5), ctrl: true }];
  return [...word].map((text) => ({ name: text, text }));
}
