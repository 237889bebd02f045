import { type Measured, startMeasured } from './service.ts';

/** What one service costs against another. */
export interface Comparison {
  /** Median of the ratios of CPU per request, and its quartiles. */
  readonly ratio: readonly [lower: number, median: number, upper: number];
  /** Median difference per request, in microseconds. */
  readonly microseconds: number;
  /** Median CPU per request of the first, in microseconds. */
  readonly bare: number;
}

export interface Load {
  readonly path: string;
  readonly requests: number;
  readonly alternations: number;
}

interface Service {
  readonly outfile: string;
  readonly cwd: string;
}

/**
 * Keep two services alive together and load them in turns, ABBA, with fixed numbers of requests: whatever else the
 * machine does in the meantime hits both alike.
 */
export async function comparePair(first: Service, second: Service, load: Load): Promise<Comparison> {
  const [a, b] = [
    await startMeasured(first.outfile, first.cwd),
    await startMeasured(second.outfile, second.cwd),
  ];
  const run = (service: Measured) => service.run(load.path, load.requests);
  for (let warm = 0; warm < 3; warm++) for (const service of [a, b]) await run(service);
  const pairs: (readonly [number, number])[] = [];
  for (let turn = 0; turn < load.alternations; turn++) {
    if (turn % 2 === 0) {
      const one = await run(a);
      pairs.push([one, await run(b)]);
    } else {
      const other = await run(b);
      pairs.push([await run(a), other]);
    }
  }
  await Promise.all([a.stop(), b.stop()]);
  const ratios = pairs.map(([one, other]) => other / one);
  return {
    ratio: [at(ratios, 0.25), at(ratios, 0.5), at(ratios, 0.75)],
    microseconds: at(
      pairs.map(([one, other]) => other - one),
      0.5,
    ),
    bare: at(
      pairs.map(([one]) => one),
      0.5,
    ),
  };
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
