import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { withFeatures } from './door-package.ts';
import { generatorsJson, schemaJson, withPromptItems } from './nx-door.ts';
import type { DoorFeature } from './read-features.ts';
import { tiersPage } from './tiers-page.ts';
import { subGenerator } from './yeoman-door.ts';

const root = join(__dirname, '../..');

const lamp: DoorFeature = {
  name: 'lamp',
  packageName: '@joinery/lamp',
  version: '1.2.0',
  title: 'Lamp',
  summary: "It's light",
  category: 'home',
  tiers: { min: 'intermediate', preset: 'advanced' },
  options: { watts: { type: 'integer', default: 40, description: 'How bright' } },
};

test('what is checked in is what the manifests say', () => {
  const tool = join(root, 'node_modules/tsx/dist/cli.mjs');
  execFileSync(process.execPath, [tool, 'tools/derive-generators.ts', '--check'], {
    cwd: root,
    stdio: 'pipe',
  });
});

test('a default stays with the feature: Nx would pass it on as if it had been asked for', () => {
  expect(schemaJson(lamp)).toMatchObject({
    required: ['project'],
    additionalProperties: false,
    properties: {
      feature: { const: '@joinery/lamp', default: '@joinery/lamp' },
      watts: { type: 'integer', description: 'How bright (40 unless told)' },
    },
  });
  expect(JSON.stringify(schemaJson(lamp))).not.toContain('"default":40');
});

test('an option that a door needs itself is refused', () => {
  expect(() => schemaJson({ ...lamp, options: { tier: {} } })).toThrow('lamp: the doors use tier themselves');
});

test('the generator of a feature is data: it points at the door, which is found when it runs', () => {
  expect(generatorsJson(lamp)).toMatchObject({
    generators: { add: { factory: '@joinery/nx/feature', schema: './schema.json' } },
  });
});

test('a door depends on every feature', () => {
  const door = { name: 'door', dependencies: { zod: '^4.0.0', '@joinery/kit': '0.1.0' } };
  expect(Object.entries(withFeatures(door, [lamp]).dependencies)).toEqual([
    ['@joinery/kit', '0.1.0'],
    ['@joinery/lamp', '^1.2.0'],
    ['zod', '^4.0.0'],
  ]);
});

test('the page of tiers tells from where a feature can be had, and from where a tier brings it', () => {
  const lines = tiersPage([lamp, { ...lamp, name: 'bell', tiers: { max: 'basic' } }]).split('\n');
  expect(lines.slice(-4)).toEqual([
    '| **home** | | | | |',
    '| [`lamp`](../generators/lamp/README.md) |   | ○ | ● | ● |',
    '| [`bell`](../generators/bell/README.md) | ○ |   |   |   |',
    '',
  ]);
});

test('the prompt offers every feature', () => {
  const schema = {
    properties: { features: { type: 'array', 'x-prompt': { message: 'Which?', items: [1] } } },
  };
  expect(withPromptItems(schema, [lamp]).properties.features).toEqual({
    type: 'array',
    'x-prompt': { message: 'Which?', items: [{ value: 'lamp', label: "Lamp: It's light" }] },
  });
});

test('a sub-generator is printed as the formatter would', () => {
  expect(
    subGenerator({ ...lamp, title: "Lamp's", options: { watts: { description: 'x'.repeat(100) } } }),
  ).toBe(
    [
      '// Derived from generators/lamp by tools/derive-generators.ts.',
      "import { featureGenerator } from '../../feature-generator.ts';",
      '',
      'export default featureGenerator({',
      "  name: 'lamp',",
      '  title: "Lamp\'s",',
      '  options: [',
      '    {',
      "      name: 'watts',",
      "      type: 'string',",
      '      description:',
      `        '${'x'.repeat(100)}',`,
      '    },',
      '  ],',
      '});',
      '',
    ].join('\n'),
  );
});
