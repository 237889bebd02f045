import { readRequest } from './read-request.ts';
import { readUniverse } from './read-universe.ts';

function faults(features: unknown): readonly string[] {
  const reading = readUniverse(JSON.stringify({ features }), 'universe.json');
  return reading.kind === 'read' ? [] : reading.problems.map(({ found, todo }) => `${found} ${todo}`);
}

test('a catalog is read', () => {
  const features = [{ name: 'slo', version: '1.0.0', requires: { metrics: '^1' }, tiers: { min: 'basic' } }];
  expect(readUniverse({ features })).toEqual({ kind: 'read', value: { features } });
});

test('every bad entry is named', () => {
  expect(
    faults([
      { name: 'slo' },
      { name: 'slo', version: 'one' },
      { name: 'slo', version: '1.0.0', requires: { metrics: 'latest' } },
      { name: '../slo', version: '1.0.0' },
      { name: 'a\nb', version: '1.0.0' },
      'slo',
    ]),
  ).toEqual([
    '`features[0]` in universe.json lacks the key `version`. Add `version`.',
    '`features[1].version` in universe.json is `one`, which is not a semver version. Write major.minor.patch, for example `1.0.0`.',
    '`features[2].requires.metrics` in universe.json is `latest`, which is not a semver range. Write a range such as `^1.2.0` or `>=2 <4`.',
    "`features[3].name` in universe.json is `../slo`, which can't be a name. Use letters, digits, `.`, `-`, `_` and `~`, beginning with a letter or digit; a scope such as `@acme/` may come first.",
    "`features[4].name` in universe.json is `a\\u000ab`, which can't be a name. Use letters, digits, `.`, `-`, `_` and `~`, beginning with a letter or digit; a scope such as `@acme/` may come first.",
    '`features[5]` in universe.json is `slo`, but must be an object. Correct the value.',
  ]);
});

test('an entry twice, and one that needs itself, are named', () => {
  expect(
    faults([
      { name: 'slo', version: '1.0.0' },
      { name: 'slo', version: '1.0.0', requires: { slo: '*' } },
    ]),
  ).toEqual([
    '`features[1]` in universe.json is `slo` 1.0.0, which the catalog has already. Remove one of the two entries.',
    '`features[1].requires.slo` in universe.json makes `slo` refer to itself. Remove it: a feature is always there with itself.',
  ]);
});

test('a thousand problems are counted, not printed', () => {
  const found = faults(Array.from({ length: 1000 }, () => ({ name: 'slo' })));
  expect(found).toHaveLength(100);
  expect(found.at(-1)).toContain('There are 900 more problems.');
});

test('a request is read, and a bad one is named', () => {
  expect(readRequest('{"features":{"slo":"^1"},"prefer":"newest"}').kind).toBe('read');
  const reading = readRequest(
    '{"features":{"__proto__":"^1","slo":1},"tier":"basci","hots":{}}',
    'request.json',
  );
  expect(
    reading.kind === 'faulty' ? reading.problems.map(({ found, todo }) => `${found} ${todo}`) : [],
  ).toEqual([
    "`features.__proto__` in request.json is `__proto__`, which can't be a name. Use letters, digits, `.`, `-`, `_` and `~`, beginning with a letter or digit; a scope such as `@acme/` may come first.",
    '`features.slo` in request.json is `1`, but must be a text. Correct the value.',
    '`tier` in request.json is `basci`, which is none of `basic`, `intermediate`, `advanced`, `enterprise`. Did you mean `basic`?',
    '`request.json` has an unknown key `hots`. Did you mean `host`?'.replaceAll(
      '`request.json`',
      'request.json',
    ),
  ]);
});
