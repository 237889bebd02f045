import { type Contributed, code, type FileStatement, file } from '@joinery/kit';

/** What the semantic conventions advise, in seconds. */
const USUAL = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** Let a bucket end at every duration that some feature compares requests with. */
export function boundaries(
  contributed: readonly Contributed<'metrics.boundaries'>[],
): readonly FileStatement[] {
  const all = [...new Set([...USUAL, ...contributed.map(({ seconds }) => seconds)])].sort((a, b) => a - b);
  return [
    file(
      'metrics/boundaries.ts',
      code`/**
 * Where the buckets of requests' durations end, in seconds. A promise about latency can be kept an eye on where a bucket
 * ends at it. Each bound is one more series for each route and status.
 */
export const DURATION_BOUNDARIES: number[] = [
  ${all.join(', ')},
];
`,
    ),
  ];
}
