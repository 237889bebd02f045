import fc from 'fast-check';
import type { CatalogEntry, ResolveRequest, Universe } from './request.ts';
import type { Unsolvable } from './resolution.ts';
import { resolve } from './resolve.ts';
import { arbitraryCase } from './testing/arbitrary-universe.ts';
import { anyValid, violations } from './testing/exhaustive.ts';
import { factsBelow, rulesOut, worlds } from './testing/facts.ts';

/** Printed so that a failure can be repeated: `JOINERY_SEED=… npx jest resolve.properties`. */
const seed = Number(process.env.JOINERY_SEED ?? Date.now() % 1_000_000_000);

/** More for a long run: `JOINERY_RUNS=50000`. */
const runs = Number(process.env.JOINERY_RUNS ?? 150);

type Case = { readonly universe: Universe; readonly request: ResolveRequest };

const check = (property: (one: Case) => void, numRuns = runs): void =>
  fc.assert(fc.property(arbitraryCase, property), { seed, numRuns });

const unsolvable = ({ universe, request }: Case): Unsolvable | undefined => {
  const resolution = resolve(universe, request);
  return resolution.status === 'unsolvable' ? resolution : undefined;
};

beforeAll(() => console.info(`seed ${seed}`));

test('what is found is valid, and what is called unsolvable is', () => {
  const seen = { resolved: 0, unsolvable: 0 };
  check(({ universe, request }) => {
    const resolution = resolve(universe, request);
    seen[resolution.status]++;
    if (resolution.status === 'resolved')
      expect(violations(universe, request, resolution.versions)).toEqual([]);
    else expect(anyValid(universe, request)).toBeUndefined();
  });
  expect(Math.min(seen.resolved, seen.unsolvable)).toBeGreaterThan(runs / 10);
});

test('nothing is chosen that nothing needs', () => {
  check(({ universe, request }) => {
    const resolution = resolve(universe, request);
    if (resolution.status !== 'resolved') return;
    for (const name of Object.keys(resolution.versions)) expect(resolution.because[name]).toBeDefined();
  });
});

test('the order of the input changes nothing', () => {
  check(({ universe, request }) => {
    const turned: Universe = { features: [...universe.features].reverse().map(reversed) };
    const asked: ResolveRequest = { ...request, features: reversed(request.features) };
    expect(resolve(turned, asked)).toEqual(resolve(universe, request));
  });
});

test('a feature that has to do with nothing changes nothing', () => {
  check(({ universe, request }) => {
    const unrelated: CatalogEntry[] = ['1.0.0', '2.0.0'].map((version) => ({
      name: 'zzz-unrelated',
      version,
      requires: { 'zzz-other': '*' },
      provides: { 'zzz-capability': '1.0.0' },
    }));
    expect(resolve({ features: [...unrelated, ...universe.features] }, request)).toEqual(
      resolve(universe, request),
    );
  });
});

test('every fix works', () => {
  check((one) => {
    for (const fix of unsolvable(one)?.fixes ?? []) {
      const mended = resolve(one.universe, fix.request);
      if (mended.status !== 'resolved') throw new Error(`${fix.change} does not help`);
      expect(violations(one.universe, fix.request, mended.versions)).toEqual([]);
    }
  });
});

test('there is always a fix', () => {
  check((one) => expect(unsolvable(one)?.fixes.length).not.toBe(0));
});

test('explanations rest on facts of the input that rule everything out together', () => {
  const sound = ({ universe, request }: Case): void => {
    const causes = unsolvable({ universe, request })?.causes;
    for (const conflict of causes?.conflicts ?? []) {
      const facts = factsBelow(causes as NonNullable<typeof causes>, conflict);
      for (const world of worlds(universe, request)) {
        const against = facts.filter((fact) => rulesOut(fact, world));
        expect(against).not.toEqual([]);
        const isHere = holds(world.host, request.host) && world.tier.tier === request.tier;
        if (isHere && violations(universe, request, world.feature).length === 0)
          throw new Error('not a fact');
      }
    }
  };
  check(sound, runs / 10);
});

test('each fact of an explanation follows from the input alone', () => {
  check(({ universe, request }) => {
    const causes = unsolvable({ universe, request })?.causes;
    for (const conflict of causes?.conflicts ?? []) {
      for (const fact of factsBelow(causes as NonNullable<typeof causes>, conflict)) {
        for (const world of worlds(universe, request)) {
          if (!rulesOut(fact, world)) continue;
          const isElsewhere = !holds(world.host, request.host) || world.tier.tier !== request.tier;
          const wrong = violations(universe, { ...request, host: world.host }, world.feature);
          expect(isElsewhere || wrong.length > 0).toBe(true);
        }
      }
    }
  }, runs / 10);
});

function reversed<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).reverse()) as T;
}

function holds(
  host: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, string>> = {},
): boolean {
  return Object.keys(expected).every((name) => host[name] === expected[name]);
}
