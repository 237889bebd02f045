import { nearestName } from './nearest-name.ts';

test.each([
  ['metrcis', ['metrics', 'matrices'], 'metrics'],
  ['helth', ['health', 'heat'], 'health'],
  ['storage', ['storage-sqlite', 'tracing'], undefined],
  ['x'.repeat(100_000), ['metrics'], undefined],
])('%.20s is taken for the likeliest name', (name, candidates, nearest) => {
  expect(nearestName(name, candidates)).toBe(nearest);
});
