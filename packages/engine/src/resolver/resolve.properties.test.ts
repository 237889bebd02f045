import fc from 'fast-check';
import { resolve } from './resolve.ts';
import { arbitraryCase } from './testing/arbitrary-universe.ts';
import { anyValid, violations } from './testing/exhaustive.ts';

/** Printed so that a failure can be repeated: `JOINERY_SEED=… npx jest resolve.properties`. */
const seed = Number(process.env['JOINERY_SEED'] ?? Date.now() % 1_000_000_000);

beforeAll(() => {
  console.info(`seed ${seed}`);
});

test('what is found is valid, and what is called unsolvable is', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ universe, request }) => {
      const resolution = resolve(universe, request);
      if (resolution.status === 'resolved')
        expect(violations(universe, request, resolution.versions)).toEqual([]);
      else expect(anyValid(universe, request)).toBeUndefined();
    }),
    { seed, numRuns: 1000 },
  );
});
