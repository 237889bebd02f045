import { code, contribute, definePlan, instance, note, type Profile, refuse } from '@joinery/kit';
import fc from 'fast-check';
import type { Feature } from '../compose/feature.ts';
import { ProblemError } from '../problem.ts';
import { gather } from './gather.ts';
import { modelPlatform } from './model-platform.ts';

const host = { framework: { value: { name: 'express', version: '5.1.0' }, evidence: '' } } as Profile;

function feature(name: string, plan: Feature['plan'], optional: readonly string[] = []): Feature {
  const manifest = {
    schema: 1 as const,
    title: name,
    summary: '',
    category: 'test',
    optional: Object.fromEntries(optional.map((other) => [other, '*'])),
  };
  return { name, version: '1.0.0', manifest, plan, templates: {} };
}

const owner = feature(
  'owner',
  definePlan({
    statements: () => [],
    slots: {
      'health.checks': (checks) => [note(checks.map(({ feature: by, name }) => `${by}:${name}`).join(' '))],
    },
  }),
);

const giver = (name: string) =>
  feature(
    name,
    definePlan({
      statements: () =>
        ['b', 'a'].map((check) =>
          contribute('health.checks', { name: `${check}-${name}`, check: code`ok`, critical: true }),
        ),
    }),
    ['owner'],
  );

const run = (features: readonly Feature[]) =>
  gather(
    features.map((one) => ({ feature: one, options: {} })),
    {
      host,
      tier: 'basic',
      read: () => undefined,
      parseYaml: () => [],
      code: { routes: () => [], calls: () => [] },
    },
  );

test('an owner renders every contribution to its slot together, whatever the order of the features', () => {
  const features = [owner, giver('z'), giver('c'), giver('m')];
  fc.assert(
    fc.property(fc.shuffledSubarray(features, { minLength: 4 }), (order) => {
      expect(run(order).map(({ statement }) => statement)).toEqual([
        note('c:a-c c:b-c m:a-m m:b-m z:a-z z:b-z'),
      ]);
    }),
  );
});

test('a contribution to a slot that nobody renders is no statement of the owner', () => {
  const said = run([giver('c')]);
  expect(said.every(({ statement }) => statement.kind === 'contribution')).toBe(true);
});

test('two owners of one slot are a problem that names both', () => {
  expect(() => run([owner, { ...owner, name: 'other' }])).toThrow(ProblemError);
  expect(() => run([owner, { ...owner, name: 'other' }])).toThrow(/`other` and `owner`/);
});

test('constants of the composition root stand after those they refer to', () => {
  const root = feature(
    'root',
    definePlan({
      statements: () => [
        contribute('platform.instances', { name: 'a', value: code`use(${instance('z')})` }),
        contribute('platform.instances', { name: 'z', value: code`make()` }),
      ],
    }),
  );
  expect(modelPlatform(run([root])).instances.map(({ name }) => name)).toEqual(['z', 'a']);
});

test('middleware stands in the order of its phases', () => {
  const phased = feature(
    'phased',
    definePlan({
      statements: () =>
        (['limit', 'context', 'observe'] as const).map((phase) =>
          contribute('http.middleware', { name: phase, phase, install: code`x` }),
        ),
    }),
  );
  expect(modelPlatform(run([phased])).middleware.map(({ phase }) => phase)).toEqual([
    'context',
    'observe',
    'limit',
  ]);
});

test('a feature is given what a YAML file holds, and refuses it with file and key', () => {
  const plan = definePlan({
    reads: ['slo.yaml', 'notes.txt'],
    statements: ({ parsed, inputs }) => [
      refuse(`${JSON.stringify(parsed)} ${inputs['notes.txt']}`, 'Correct it.', ['slo.yaml#period']),
    ],
  });
  const context = {
    host,
    tier: 'basic' as const,
    read: (path: string) => `text of ${path}`,
    parseYaml: (text: string) => [text],
    code: { routes: () => [], calls: () => [] },
  };
  const gatherIt = () => gather([{ feature: feature('slo', plan), options: {} }], context);
  expect(gatherIt).toThrow('`slo`: {"slo.yaml":["text of slo.yaml"]} text of notes.txt Correct it.');
});
