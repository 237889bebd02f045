import { readManifest } from './read-manifest.ts';

const FILE = 'generators/slo/package.json';

const slo = {
  name: '@joinery/slo',
  version: '1.0.0',
  keywords: ['joinery-feature'],
  joinery: {
    schema: 1,
    title: 'Service level objectives',
    summary: 'Objectives with burn-rate alerts.',
    category: 'observability',
    tiers: { min: 'intermediate' },
    provides: { slo: '1.0.0' },
    requires: { metrics: '^1.0.0' },
    optional: { dashboards: '^1' },
    conflicts: { 'sloth-rules': { range: '*', because: 'both would record the same burn rates' } },
    exclusive: [],
    host: { node: '>=20', express: '^4 || ^5' },
    frameworks: ['express', 'node-http'],
    recommend: [
      { when: "profile.dependency('prom-client')", because: 'metrics exist but no objective does' },
    ],
    options: './options.schema.json',
  },
};

function faults(joinery: object, rest: object = {}, known?: readonly string[]): readonly string[] {
  const manifest = { ...slo, ...rest, joinery: { ...slo.joinery, ...joinery } };
  const reading = readManifest(JSON.stringify(manifest), FILE, known);
  return reading.kind === 'read' ? [] : reading.problems.map(({ found, todo }) => `${found} ${todo}`);
}

test('a manifest is read from text and from an object alike', () => {
  const reading = readManifest(slo, FILE);
  expect(reading).toEqual(readManifest(JSON.stringify(slo), FILE));
  expect(reading).toMatchObject({
    kind: 'read',
    value: {
      entry: { name: 'slo', version: '1.0.0', requires: { metrics: '^1.0.0' } },
      manifest: { schema: 1 },
    },
  });
});

test('all problems are named at once, with file, key and what to write', () => {
  expect(
    faults({
      requirs: {},
      provides: { slo: '1' },
      requires: { metrics: '^^1' },
      tiers: { min: 'advansed' },
      host: [],
    }),
  ).toEqual([
    '`joinery.tiers.min` in generators/slo/package.json is `advansed`, which is none of `basic`, `intermediate`, `advanced`, `enterprise`. Did you mean `advanced`?',
    '`joinery.provides.slo` in generators/slo/package.json is `1`, which is not a semver version. Write major.minor.patch, for example `1.0.0`.',
    '`joinery.requires.metrics` in generators/slo/package.json is `^^1`, which is not a semver range. Write a range such as `^1.2.0` or `>=2 <4`.',
    '`joinery.host` in generators/slo/package.json is `[]`, but must be an object. Correct the value.',
    '`joinery` in generators/slo/package.json has an unknown key `requirs`. Did you mean `requires`?',
  ]);
});

test('a problem says where it is', () => {
  const reading = readManifest({ ...slo, version: undefined, joinery: {} }, FILE);
  expect(reading).toMatchObject({
    kind: 'faulty',
    problems: [
      { id: 'bad-type', places: [`${FILE}#version`] },
      { id: 'missing-key', found: '`joinery` in generators/slo/package.json lacks the key `schema`.' },
      { todo: 'Add `title`.' },
      { todo: 'Add `summary`.' },
      { todo: 'Add `category`.' },
    ].map((problem) => (problem.id === 'bad-type' ? { ...problem, id: 'wrong-type' } : problem)),
  });
});

test.each([
  ['a framework that is none', { frameworks: ['expres'] }, 'Did you mean `express`?'],
  ['itself, by its short name', { requires: { slo: '*' } }, 'makes `slo` refer to itself.'],
  [
    'itself, by its package name',
    { optional: { '@joinery/slo': '*' } },
    'makes `@joinery/slo` refer to itself.',
  ],
  ['itself, in a conflict', { conflicts: { slo: { range: '*', because: 'x' } } }, 'refer to itself.'],
  ['a conflict without a reason', { conflicts: { a: { range: '*' } } }, 'lacks the key `because`.'],
  ['a capability twice', { exclusive: ['slo', 'slo'] }, 'repeats `slo`.'],
  ['tiers the wrong way round', { tiers: { min: 'advanced', max: 'basic' } }, 'so no tier is left.'],
  ['a path for a name', { requires: { '../../etc/passwd': '*' } }, "which can't be a name."],
  ['a control character in a name', { requires: { 'a\u001b[31m': '*' } }, 'is `a\\u001b[31m`, which'],
  ['another version of the format', { schema: 2 }, 'which is none of `1`.'],
  ['a very long range', { requires: { metrics: '1'.repeat(5000) } }, 'which is not a semver range.'],
])('%s is a fault', (_, part, sentence) => {
  expect(faults(part).join('\n')).toContain(sentence);
});

test('a name on the prototype is a fault like any other, and changes nothing', () => {
  const text = JSON.stringify(slo).replace('"metrics":"^1.0.0"', '"__proto__":"^1.0.0"');
  const reading = readManifest(text, FILE);
  expect(reading).toMatchObject({ kind: 'faulty', problems: [{ id: 'bad-name' }] });
  expect(({} as Record<string, unknown>)['^1.0.0']).toBeUndefined();
});

test('what is required must be known, when it is told what is', () => {
  expect(faults({}, {}, ['metrix', 'dashboards'])).toEqual([
    '`joinery.requires.metrics` in generators/slo/package.json names `metrics`, which no feature is called or provides. Did you mean `metrix`?',
  ]);
  expect(faults({}, {}, ['metrics'])).toEqual([]);
});

test.each(['', '{', 'null', '[]', '"text"', '{"joinery":1}'])('%j is a fault, not a crash', (text) => {
  expect(readManifest(text, FILE).kind).toBe('faulty');
});

test('a rule that is no expression is named with its place and what is wrong', () => {
  const rules = [
    { when: "signal('listens')", because: 'fine' },
    { when: "signal('listen') && file('x')", because: 'not fine' },
    { when: "framework('expres')", because: 'not fine' },
  ];
  expect(faults({ recommend: rules })).toEqual([
    expect.stringContaining(
      "`joinery.recommend[1].when` in generators/slo/package.json is `signal('listen') && file('x')`, which is no expression: write `and` for `&&`.",
    ),
    expect.stringContaining('there is no framework `expres` (did you mean `express`?).'),
  ]);
});
