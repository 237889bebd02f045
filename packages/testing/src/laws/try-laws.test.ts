import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '@joinery/engine';
import { code, definePlan, type FeaturePlan, file, setting } from '@joinery/kit';
import { readHostFiles } from '../host-files.ts';
import { tryLaws } from './try-laws.ts';

const parcels = readHostFiles(join(__dirname, '../../fixtures/parcels-express'));
const hosts = { parcels };
const version = '1.0.0';

/** A catalog of features that are nothing but a plan. */
function catalogOf(plans: Readonly<Record<string, FeaturePlan>>): Catalog {
  const manifest = { schema: 1, title: 'x', summary: 'x', category: 'x' } as const;
  return {
    names: async () => Object.keys(plans),
    versions: async (name) => (name in plans ? [{ entry: { name, version }, manifest, origin: 'file' }] : []),
    load: async (name) => {
      const plan = plans[name];
      if (plan === undefined) throw new Error(name);
      return { name, version, manifest, plan, templates: {} };
    },
  };
}

test('features that keep the laws are told nothing', async () => {
  const plans = {
    one: definePlan({ statements: () => [file('one.ts', code`export const one = 1;\n`)] }),
    two: definePlan({ statements: () => [setting('two.yaml', ['a', 'b'], 2)] }),
    three: definePlan({
      statements: ({ has }) => [setting('two.yaml', ['c'], has('one') ? 'both' : 'alone')],
    }),
  };
  const report = await tryLaws({ catalog: catalogOf(plans), features: Object.keys(plans), hosts, seed: 7 });
  expect(report).toMatchObject({ faults: [], seed: 7 });
  expect(report.tried.L1).toBeGreaterThan(3);
});

let count = 0;

test.each<[string, RegExp, FeaturePlan]>([
  [
    'differs from run to run',
    /^L1: parcels, faulty at basic: a second run/,
    {
      statements: () => {
        count += 1;
        return [file('n.ts', code`export const n = ${String(count)};\n`)];
      },
    },
  ],
  [
    'reads the disk',
    /^L8: while it planned, faulty: fs\.readFileSync was called/,
    {
      statements: () => [
        file('n.ts', code`export const n = ${String(readFileSync(__filename, 'utf8').length)};\n`),
      ],
    },
  ],
  [
    'rolls dice',
    /^L8: while it planned, faulty: Math\.random was called/,
    {
      statements: () => [file('n.ts', code`export const n = ${Math.random() < 2 ? '1' : '2'};\n`)],
    },
  ],
  [
    'reads a file for nothing',
    /^L5: parcels: it reads docs\/decoy\.md for nothing/,
    {
      reads: ['docs/decoy.md'],
      statements: () => [],
    },
  ],
  [
    'leaves the service',
    /^L6: parcels, faulty: path-leaves-service/,
    {
      statements: () => [setting('../stolen.yaml', ['a'], 1)],
    },
  ],
])('a feature that %s is told so', async (_, expected, plan) => {
  const calm = definePlan({ statements: () => [] });
  const catalog = catalogOf({ faulty: plan, calm });
  const { faults } = await tryLaws({ catalog, features: ['faulty', 'calm'], hosts, seed: 7 });
  expect(faults).toContainEqual(expect.stringMatching(expected));
});
