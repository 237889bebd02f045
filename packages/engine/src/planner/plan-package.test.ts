import { definePlan, dependency, devDependency, type Statement, script } from '@joinery/kit';
import { EMPTY_LOCKFILE } from '../lockfile/read-lockfile.ts';
import { planPackage } from './plan-package.ts';

const manifest = { schema: 1 as const, title: '', summary: '', category: '' };
const said = (feature: string, ...statements: readonly Statement[]) =>
  statements.map((statement) => ({
    feature: {
      name: feature,
      version: '1.0.0',
      manifest,
      plan: definePlan({ statements: () => [] }),
      templates: {},
    },
    statement,
  }));
const json = { scripts: {}, dependencies: {}, devDependencies: {} };

test('a dependency that two features need is written once, with the narrower range and both owners', () => {
  const needs = [...said('b', dependency('zod', '^4')), ...said('a', dependency('zod', '^4.1.0'))];
  const planned = planPackage(needs, EMPTY_LOCKFILE, json);
  expect(planned.lock.dependencies).toEqual({ zod: { range: '^4.1.0', dev: false, owners: ['a', 'b'] } });
});

test('ranges that no version satisfies together are a problem that names who needs what', () => {
  const needs = [...said('b', dependency('zod', '^4')), ...said('a', dependency('zod', '^3'))];
  expect(() => planPackage(needs, EMPTY_LOCKFILE, json)).toThrow(/`b` needs \^4, `a` needs \^3/);
});

test("the host's own dependency stays, and is not Joinery's", () => {
  const host = { ...json, dependencies: { zod: '^4.2.0' } };
  const planned = planPackage(said('a', dependency('zod', '^4')), EMPTY_LOCKFILE, host);
  expect(planned.changes.dependencies).toEqual([]);
  expect(planned.lock.dependencies).toEqual({});
});

test('what features would have brought need not agree where the host has what suits each of them', () => {
  const needs = [
    ...said('a', devDependency('@types/node', '^24.0.0', '>=18')),
    ...said('b', devDependency('@types/node', '^25.0.0', '>=20.16.0')),
  ];
  const at = (range: string) => ({ ...json, devDependencies: { '@types/node': range } });
  expect(planPackage(needs, EMPTY_LOCKFILE, at('^22.1.0')).changes.dependencies).toEqual([]);
  expect(() => planPackage(needs, EMPTY_LOCKFILE, at('^20.1.0 <20.10.0'))).toThrow(
    /needs `@types\/node` >=20\.16\.0/,
  );
});

test('a newer major of the host stays with a warning; an older one stops the plan', () => {
  const at = (range: string) => ({ ...json, dependencies: { zod: range } });
  const needs = said('a', dependency('zod', '^4'));
  expect(planPackage(needs, EMPTY_LOCKFILE, at('^5.0.0')).warnings).toHaveLength(1);
  expect(() => planPackage(needs, EMPTY_LOCKFILE, at('^3.0.0'))).toThrow(/needs `zod` \^4/);
});

test("what the lockfile holds and nobody needs any more is taken out; a host's script is left", () => {
  const lock = {
    ...EMPTY_LOCKFILE,
    dependencies: { zod: { range: '^4', dev: false, owners: ['a'] } },
    scripts: { audit: { command: 'x', owners: ['a'] } },
  };
  const host = { ...json, dependencies: { zod: '^4' }, scripts: { audit: 'x', check: 'mine' } };
  const planned = planPackage(said('b', devDependency('c8', '^10'), script('check', 'ours')), lock, host);
  expect(planned.changes.removed).toEqual([
    { kind: 'dependency', name: 'zod', range: '^4', dev: false },
    { kind: 'script', name: 'audit', command: 'x' },
  ]);
  expect(planned.changes.scripts).toEqual([]);
  expect(planned.warnings).toHaveLength(1);
});

describe('in a package.json that several services share', () => {
  const neighbour = {
    ...EMPTY_LOCKFILE,
    dependencies: { zod: { range: '^4', dev: false, owners: ['b'] } },
  };
  const host = { ...json, dependencies: { zod: '^4' } };

  test('what a neighbour brought is this service’s, too', () => {
    const planned = planPackage(said('a', dependency('zod', '^4')), EMPTY_LOCKFILE, host, [neighbour]);
    expect(planned.lock.dependencies).toEqual({ zod: { range: '^4', dev: false, owners: ['a'] } });
  });

  test('what a neighbour still needs stays; the last one takes it out', () => {
    const lock = { ...EMPTY_LOCKFILE, dependencies: { zod: { range: '^4', dev: false, owners: ['a'] } } };
    expect(planPackage([], lock, host, [neighbour]).changes.removed).toEqual([]);
    expect(planPackage([], lock, host).changes.removed).toHaveLength(1);
  });
});

describe('what a newer version of a feature changes', () => {
  const lock = {
    ...EMPTY_LOCKFILE,
    dependencies: { zod: { range: '^4.0.0', dev: false, owners: ['a'] } },
    scripts: { check: { command: 'check 1', owners: ['a'] } },
  };
  const needs = said('a', dependency('zod', '^4.2.0'), script('check', 'check 2'));
  const host = { ...json, dependencies: { zod: '^4.0.0' }, scripts: { check: 'check 1' } };

  test('is replaced where ours stands as it was written', () => {
    const { changes } = planPackage(needs, lock, host);
    expect(changes.removed).toEqual([
      { kind: 'dependency', name: 'zod', range: '^4.0.0', dev: false },
      { kind: 'script', name: 'check', command: 'check 1' },
    ]);
    expect(changes.dependencies).toMatchObject([{ range: '^4.2.0' }]);
  });

  test('is left to people where they changed it', () => {
    const edited = { ...json, dependencies: { zod: '~4.3.0' }, scripts: { check: 'mine' } };
    const { changes } = planPackage(needs, lock, edited);
    expect(changes.removed).toEqual([]);
    expect(changes.dependencies).toMatchObject([{ range: '~4.3.0' }]);
  });
});
