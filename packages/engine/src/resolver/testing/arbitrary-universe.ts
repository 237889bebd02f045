import { TIERS } from '@joinery/kit';
import fc from 'fast-check';
import type { CatalogEntry, ResolveRequest, Universe } from '../request.ts';

const VERSIONS = ['1.0.0', '1.1.0', '2.0.0-beta.1', '2.0.0'] as const;
const RANGES = ['*', '^1', '^1.1', '1.0.0', '>=1.1', '^2', '>=2.0.0-beta', '^3', '<2'] as const;
const FEATURES = ['a', 'b', 'c', 'd'] as const;
const CAPABILITIES = ['x', 'y'] as const;
const NAMES = [...FEATURES, ...CAPABILITIES];

const range = fc.oneof(
  { arbitrary: fc.constant('*'), weight: 2 },
  { arbitrary: fc.constantFrom(...RANGES), weight: 3 },
);
const name = fc.oneof(
  { arbitrary: fc.constantFrom(...NAMES), weight: 9 },
  { arbitrary: fc.constant('nowhere'), weight: 1 },
);
const capability = fc.constantFrom(...CAPABILITIES);
const hostName = fc.constantFrom('node', 'express');

/** A universe small enough to try every choice, and a request about it. */
export const arbitraryCase: fc.Arbitrary<{ readonly universe: Universe; readonly request: ResolveRequest }> =
  fc.record({ universe: arbitraryUniverse(), request: arbitraryRequest() });

function arbitraryUniverse(): fc.Arbitrary<Universe> {
  return fc
    .uniqueArray(entry(), {
      selector: (one) => `${one.name} ${one.version}`,
      minLength: 4,
      maxLength: 12,
      size: 'max',
    })
    .map((features) => ({ features }));
}

function entry(): fc.Arbitrary<CatalogEntry> {
  const conflict = fc.record({ range, because: fc.constantFrom('they fight', 'both write one file') });
  return fc.record(
    {
      name: fc.constantFrom(...FEATURES),
      version: fc.constantFrom(...VERSIONS),
      requires: fc.dictionary(name, range, { maxKeys: 2 }),
      optional: fc.dictionary(name, range, { maxKeys: 1 }),
      conflicts: fc.dictionary(name, conflict, { maxKeys: 1 }),
      provides: fc.dictionary(capability, fc.constantFrom('1.0.0', '1.1.0', '2.0.0'), { maxKeys: 2 }),
      exclusive: fc.uniqueArray(capability, { maxLength: 1 }),
      tiers: fc.record(
        { min: fc.constantFrom(...TIERS), max: fc.constantFrom(...TIERS) },
        { requiredKeys: [] },
      ),
      host: fc.dictionary(hostName, range, { maxKeys: 1 }),
    },
    { requiredKeys: ['name', 'version'] },
  );
}

function arbitraryRequest(): fc.Arbitrary<ResolveRequest> {
  return fc.record(
    {
      features: fc.dictionary(fc.constantFrom(...FEATURES, 'x'), range, { minKeys: 1, maxKeys: 2 }),
      exclude: fc.uniqueArray(fc.constantFrom(...FEATURES), { maxLength: 1 }),
      tier: fc.constantFrom(...TIERS),
      host: fc.dictionary(hostName, fc.constantFrom('1.0.0', '2.0.0'), { maxKeys: 2 }),
      lock: fc.dictionary(fc.constantFrom(...FEATURES), fc.constantFrom(...VERSIONS), { maxKeys: 2 }),
      prefer: fc.constantFrom('newest', 'lock'),
    },
    { requiredKeys: ['features'] },
  );
}
