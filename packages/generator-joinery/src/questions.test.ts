import type { Asked } from '@joinery/door';
import { type Catalog, type CatalogFeature, memoryTree } from '@joinery/engine';
import { questions } from './questions.ts';

const NOTHING: Asked = { add: [], remove: [], set: [], exclude: [], tier: undefined, latest: false };

function feature(name: string, version: string, title: string): CatalogFeature {
  return {
    entry: { name, version },
    manifest: {
      schema: 1,
      title,
      summary: 'It does.',
      category: 'test',
      ...(title === 'Lamp' ? { recommend: [{ when: "signal('listens')", because: 'it is dark' }] } : {}),
    },
    origin: 'bundled',
  };
}

const versions = [
  feature('lamp', '1.0.0', 'Old lamp'),
  feature('lamp', '1.2.0', 'Lamp'),
  feature('gate', '1.0.0', 'Gate'),
];

const catalog: Catalog = {
  names: async () => ['gate', 'lamp'],
  versions: async (name) => versions.filter(({ entry }) => entry.name === name),
  load: async () => {
    throw new RangeError('a question loads no feature');
  },
};

const loadEditor = () => Promise.reject(new RangeError('a question edits nothing'));

function ask(asked: Partial<Asked>, files: Readonly<Record<string, string>>) {
  return questions({ ...NOTHING, ...asked }, { tree: memoryTree(files), catalog, loadEditor });
}

test('a new service is asked for features, by the words of their newest version, and for its tier', async () => {
  expect(await ask({}, {})).toEqual([
    {
      type: 'checkbox',
      name: 'features',
      message: 'Which features shall the service get?',
      choices: [
        { name: 'Gate: It does.', value: 'gate' },
        { name: 'Lamp: It does.', value: 'lamp' },
      ],
    },
    expect.objectContaining({ type: 'select', name: 'tier' }),
  ]);
});

test('what the service itself speaks for comes first, with its evidence', async () => {
  const files = {
    'package.json': JSON.stringify({ dependencies: { express: '^5.1.0' }, main: 'src/boot.ts' }),
    'src/boot.ts': "import express from 'express';\nexpress().listen(4100);\n",
  };
  const [question] = await ask({}, files);
  expect(question?.choices.map(({ name }) => name)).toEqual([
    'Lamp: It does. (recommended: `src/boot.ts:2` listens)',
    'Gate: It does.',
  ]);
});

test('what is there already is not offered again, and a known tier is not asked', async () => {
  const open = await ask({}, { 'joinery.json': '{ "tier": "basic", "features": { "gate": "^1.0.0" } }' });
  expect(open.map(({ name, choices }) => [name, choices.map(({ value }) => value)])).toEqual([
    ['features', ['lamp']],
  ]);
});

test('who names a feature is asked nothing', async () => {
  expect(await ask({ add: ['lamp'] }, {})).toEqual([]);
  expect(await ask({ remove: ['lamp'] }, {})).toEqual([]);
});
