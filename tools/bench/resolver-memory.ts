import { resolve } from '../../packages/engine/src/resolver/resolve.ts';
import { brokenUniverse, layeredUniverse } from './resolver-universe.ts';

/**
 * What resolving takes beyond the catalog itself: the peak of the process above what it held before.
 *
 *   node --conditions=@joinery/source --expose-gc --import tsx tools/bench/resolver-memory.ts [broken]
 */
const make = process.argv[2] === 'broken' ? brokenUniverse : layeredUniverse;
const { universe, request } = make({ features: 2000, versionsPerFeature: 10, requested: 60, seed: 7 });
globalThis.gc?.();
const before = process.memoryUsage();
const { status } = resolve(universe, request);
const peak = process.resourceUsage().maxRSS / 1024;
const after = process.memoryUsage();
const mega = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
console.log(
  `${status}: peak ${(peak - before.rss / 2 ** 20).toFixed(1)} MB above the ${mega(before.rss)} MB held before; heap ${mega(after.heapUsed - before.heapUsed)} MB more right after`,
);
