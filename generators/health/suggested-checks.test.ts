import type { Profile } from '@joinery/kit';
import { suggestedChecks } from './suggested-checks.ts';

const suggested = (dependencies: Profile['dependencies']) =>
  suggestedChecks({ dependencies, platformFolder: 'src/platform' } as Profile).map(({ text }) => text);

test('each client that the service depends on gets the check that asks its other end', () => {
  const runtime = { range: '*', dev: false };
  const texts = suggested({ pg: runtime, express: runtime, redis: { range: '*', dev: true } });
  expect(texts).toEqual([
    "The service depends on `pg`. Let readiness know: add `{ name: 'postgresql', critical: true, check: () => pool.query('select 1') }`, with its own client, to `src/platform/health/checks.ts`.",
  ]);
});
