import fc from 'fast-check';
import semver from 'semver';
import { matching } from './matching.ts';

const seed = Number(process.env.JOINERY_SEED ?? Date.now() % 1_000_000_000);

const digit = fc.nat({ max: 3 });
const preRelease = fc.option(fc.constantFrom('alpha', 'beta.1', 'beta.2', '0', 'rc.10'), {
  nil: undefined,
  freq: 2,
});
const build = fc.option(fc.constantFrom('b1', 'b2'), { nil: undefined, freq: 8 });
const version = fc.tuple(digit, digit, digit, preRelease, build).map(([major, minor, patch, pre, meta]) => {
  const tail = `${pre === undefined ? '' : `-${pre}`}${meta === undefined ? '' : `+${meta}`}`;
  return `${major}.${minor}.${patch}${tail}`;
});
const partial = fc.oneof(
  version,
  digit.map(String),
  fc.tuple(digit, digit).map(([major, minor]) => `${major}.${minor}`),
  fc.constantFrom('*', 'x', '1.x', '2.1.*', ''),
);
const comparator = fc
  .tuple(fc.constantFrom('', '=', '>', '>=', '<', '<=', '~', '^'), partial)
  .map(([op, of]) => op + of);
const range = fc
  .array(
    fc.oneof(
      {
        arbitrary: fc.array(comparator, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
        weight: 4,
      },
      { arbitrary: fc.tuple(partial, partial).map(([from, to]) => `${from} - ${to}`), weight: 1 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => all.join(' || '))
  .filter((text) => semver.validRange(text) !== null);

test('a range means exactly what npm means by it', () => {
  console.info(`seed ${seed}`);
  fc.assert(
    fc.property(fc.uniqueArray(version, { maxLength: 40 }), range, (versions, text) => {
      const sorted = [...versions].sort(semver.compareBuild).map((one) => new semver.SemVer(one));
      const expected = sorted.filter((one) => semver.satisfies(one, text)).map((one) => one.raw);
      const found = matching(sorted, text).map((index) => sorted[index]?.raw);
      expect(found.sort()).toEqual(expected.sort());
    }),
    { seed, numRuns: 3000 },
  );
});
