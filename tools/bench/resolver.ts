import { availableParallelism, loadavg } from 'node:os';
import { readUniverse } from '../../packages/engine/src/manifest/read-universe.ts';
import { resolve } from '../../packages/engine/src/resolver/resolve.ts';
import { pigeonhole, threeSat } from './resolver-adversarial.ts';
import { plainBacktracking } from './resolver-baseline.ts';
import { brokenUniverse, type Case, layeredUniverse } from './resolver-universe.ts';

/**
 * Times of the resolver, next to plain backtracking on the same data. Medians; "fresh" parses a new
 * catalog each time, "warm" asks the same catalog again.
 *
 *   node --conditions=@joinery/source --expose-gc --import tsx tools/bench/resolver.ts
 */
const RUNS = 15;
const WARM_UPS = 15;
const PATIENCE = 5_000;

interface Row {
  readonly name: string;
  readonly make: () => Case;
}

const typical = { features: 50, versionsPerFeature: 6, requested: 8, seed: 7 };
const large = { features: 500, versionsPerFeature: 10, requested: 60, seed: 7 };
const huge = { features: 2000, versionsPerFeature: 10, requested: 60, seed: 7 };

const rows: readonly Row[] = [
  { name: 'typical: 50 features, 300 versions', make: () => layeredUniverse(typical) },
  { name: '5,000 versions, 60 requested', make: () => layeredUniverse(large) },
  { name: '20,000 versions, 60 requested', make: () => layeredUniverse(huge) },
  { name: 'unsolvable at 20,000, with fixes', make: () => brokenUniverse(huge) },
  { name: '3-SAT at threshold, 1,377 versions', make: () => threeSat(220, 4.26, 2) },
  { name: '3-SAT at threshold, 626 versions', make: () => threeSat(100, 4.26, 1) },
  { name: 'pigeonhole 7/6', make: () => pigeonhole(7, 6) },
  { name: 'pigeonhole 8/7', make: () => pigeonhole(8, 7) },
];

const only = process.argv[2];
console.log(
  `load average ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores; wall times mean little when it is above that`,
);
console.log('| case | answer | fresh, ms | CPU | warm, ms | CPU | plain backtracking, ms |');
console.log('|---|---|---|---|---|---|---|');
for (const { name, make } of rows) if (only === undefined || name.includes(only)) measure(name, make);

function measure(name: string, make: () => Case): void {
  const isSlow = name.includes('SAT') || name.includes('pigeon');
  const runs = isSlow ? 3 : RUNS;
  const cases = Array.from({ length: runs }, make);
  for (let index = 0; index < (isSlow ? 1 : WARM_UPS); index++) {
    const { universe, request } = make();
    resolve(universe, request);
  }
  const fresh = cases.map(({ universe, request }) => timed(() => resolve(universe, request)));
  const [first] = cases;
  if (first === undefined) return;
  const warm = cases.map(() => timed(() => resolve(first.universe, first.request)));
  const baselineStart = performance.now();
  const baseline = plainBacktracking(make(), baselineStart + PATIENCE);
  const took = performance.now() - baselineStart;
  const isComparable = !name.includes('pigeon');
  const plain = !isComparable
    ? 'not comparable: it knows no exclusive capabilities'
    : baseline === 'too slow'
      ? `> ${PATIENCE}, no answer`
      : `${took.toFixed(1)}, ${baseline}`;
  const times = [fresh, warm].flatMap((all) => [
    median(all.map(({ wall }) => wall)),
    median(all.map(({ cpu }) => cpu)),
  ]);
  console.log(`| ${[name, describe(first), ...times, plain].join(' | ')} |`);
}

function describe({ universe, request }: Case): string {
  const answer = resolve(universe, request);
  if (answer.status === 'resolved') return `${Object.keys(answer.versions).length} chosen`;
  if (answer.gaveUpAfter !== undefined) return `gave up after ${answer.gaveUpAfter} steps`;
  return `unsolvable: ${answer.explanation.length} lines, ${answer.fixes.length} fixes`;
}

function timed(work: () => unknown): { readonly wall: number; readonly cpu: number } {
  const before = process.cpuUsage();
  const start = performance.now();
  work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

function median(times: readonly number[]): string {
  return ([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0).toFixed(1);
}

if (only === undefined) {
  const { universe, request } = layeredUniverse(huge);
  const text = JSON.stringify(universe);
  const reading = timed(() => readUniverse(text, 'universe.json'));
  console.log(
    `\nreading and checking 20,000 entries (${(text.length / 1e6).toFixed(1)} MB): ${reading.cpu.toFixed(0)} ms CPU`,
  );
  const before = heap();
  const answer = resolve(universe, request);
  console.log(
    `kept by one resolution at 20,000 versions: ${((heap() - before) / 1e6).toFixed(1)} MB (${answer.status})`,
  );
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
