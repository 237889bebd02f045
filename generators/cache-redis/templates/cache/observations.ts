import type { Cache } from './cache.ts';

/** Look-ups by what came of them, for metrics. */
export function lookupReadings(cache: Cache) {
  const { hits, misses } = cache.numbers();
  return [
    { value: hits, attributes: { result: 'hit' } },
    { value: misses, attributes: { result: 'miss' } },
  ];
}
