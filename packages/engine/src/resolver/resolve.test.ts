import { ProblemError } from '../problem.ts';
import type { CatalogEntry } from './request.ts';
import { resolve } from './resolve.ts';

function problemOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return `${error.problem.id}: ${error.problem.found}`;
    throw error;
  }
  return 'none';
}

const one = (rest: Partial<CatalogEntry>): { readonly features: readonly CatalogEntry[] } => ({
  features: [{ name: 'slo', version: '1.0.0', ...rest }],
});

test.each([
  [
    'a version that is none',
    one({ version: 'one' }),
    {},
    'bad-version: The catalog gives `slo` the version `one`',
  ],
  [
    'a range that is none',
    one({ requires: { slo: '^^1' } }),
    {},
    'bad-range: `^^1`, wanted of `slo`, is not',
  ],
  ['a host version that is none', one({}), { host: { node: 'lts' } }, 'bad-version: The host'],
  [
    'an entry twice',
    { features: [...one({}).features, ...one({}).features] },
    {},
    'duplicate-feature: The catalog has `slo` 1.0.0 twice.',
  ],
])('%s is a problem, not a crash', (_, universe, rest, found) => {
  expect(problemOf(() => resolve(universe, { features: { slo: '*' }, ...rest }))).toContain(found);
});

test('a feature that requires itself is there with itself, or impossible', () => {
  const request = { features: { slo: '*' } };
  expect(resolve(one({ requires: { slo: '^1' } }), request)).toMatchObject({ versions: { slo: '1.0.0' } });
  expect(resolve(one({ requires: { slo: '^2' } }), request)).toMatchObject({
    explanation: [
      'Because `slo` 1.0.0 requires `slo ^2` (only 1.0.0 exists) and you asked for `slo`, there is a conflict.',
    ],
  });
});

test('hostile names are names like any other, and reach no prototype', () => {
  const universe = JSON.parse(`{"features":[
    {"name":"__proto__","version":"1.0.0","requires":{"constructor":"*"},"provides":{"polluted":"1.0.0"}},
    {"name":"constructor","version":"1.0.0","provides":{"__proto__":"2.0.0"}}]}`);
  const answer = resolve(universe, JSON.parse('{"features":{"__proto__":"^1"}}'));
  if (answer.status !== 'resolved') throw new Error('expected a resolution');
  expect(Object.entries(answer.versions)).toEqual([
    ['__proto__', '1.0.0'],
    ['constructor', '1.0.0'],
  ]);
  expect(Object.getPrototypeOf(answer.versions)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('nothing asked for, nothing chosen', () => {
  expect(resolve({ features: [] }, { features: {} })).toMatchObject({ status: 'resolved', versions: {} });
});

/** Eight pigeons, seven holes: no proof of it is short. */
const pigeons: readonly CatalogEntry[] = Array.from({ length: 8 * 7 }, (_, index) => ({
  name: `pigeon-${Math.floor(index / 7)}`,
  version: `${1 + (index % 7)}.0.0`,
  provides: { [`hole-${index % 7}`]: '1.0.0' },
  exclusive: [`hole-${index % 7}`],
}));

test('a search that takes too long says so, with the conflict so far', () => {
  const features = Object.fromEntries(pigeons.map(({ name }) => [name, '*']));
  const limits = { steps: 10_000, repairSteps: 1000, repairs: 5, fixes: 5, conflicts: 5 };
  const answer = resolve({ features: pigeons }, { features }, limits);
  if (answer.status !== 'unsolvable') throw new Error('expected a conflict');
  expect(answer.gaveUpAfter).toBeGreaterThan(10_000);
  expect(answer.explanation[0]).toMatch(/^Gave up after \d+ steps without an answer\. The conflict met last/);
  expect(answer.explanation.length).toBeLessThan(30);
  expect(answer.fixes).toEqual([]);
});

test('a large conflict is told in a few lines', () => {
  const layers = Array.from({ length: 30 }, (_, feature) =>
    Array.from({ length: 20 }, (_unused, version) => ({
      name: `feature-${feature}`,
      version: `1.${version}.0`,
      ...(feature === 0
        ? {}
        : { requires: { [`feature-${feature - 1}`]: `>=1.${Math.max(0, version - 2)}.0` } }),
    })),
  ).flat();
  const answer = resolve(
    { features: layers },
    { features: { 'feature-2': '>=1.15', 'feature-0': '<1.5', 'feature-29': '*' } },
  );
  if (answer.status !== 'unsolvable') throw new Error('expected a conflict');
  expect(answer.explanation.length).toBeLessThanOrEqual(8);
  expect(answer.explanation).toEqual([
    'Because `feature-2` 1.15.0 or newer requires `feature-1` 1.13.0 or newer and you asked for `feature-2 >=1.15`, `feature-1` 1.13.0 or newer is needed.',
    'And because `feature-1` 1.13.0 or newer requires `feature-0` 1.11.0 or newer and you asked for `feature-0 <1.5`, there is a conflict.',
  ]);
});

test.each([
  ['8.0.0', '*', 'unsolvable'],
  ['8.0.0', '^7', 'resolved'],
])('with %s in the host, a conflict with %s is %s, and says why', (version, range, status) => {
  const because = 'both would count every request';
  const universe = one({ conflicts: { 'express-prom-bundle': { range, because } } });
  const asked = { features: { slo: '*' }, host: { 'express-prom-bundle': version } };
  const resolution = resolve(universe, asked);
  expect(resolution.status).toBe(status);
  if (resolution.status === 'unsolvable') {
    expect(resolution.explanation.join('\n')).toMatch(
      /`slo` 1\.0\.0 conflicts with `express-prom-bundle`.* since both would count every request, and the host has express-prom-bundle 8\.0\.0/,
    );
  }
});
