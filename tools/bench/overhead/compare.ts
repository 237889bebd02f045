import { type Built, type Measured, startMeasured } from './service.ts';
import { type Estimate, estimate, interquartileMean } from './statistics.ts';

export interface Load {
  readonly path: string;
  /** Requests in one turn. Short turns compare well: what disturbs a machine lasts longer than they do. */
  readonly requests: number;
}

/**
 * Before anything counts a service becomes what it is after hours: compiled, also where only one request in a hundred
 * comes along.
 */
const WARM_UP = [
  {
    path: '/relay/',
    requests: 2_000,
    headers: { traceparent: `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01` },
  },
  { path: '/relay/', requests: 12_000 },
  { path: '/orders/', requests: 600 },
];

export interface Effort {
  /** Turns of all services, there and back (A B C C B A), for each set of processes. */
  readonly alternations: number;
  /** Sets of fresh processes. How one process happens to be compiled and laid out in memory is not what is measured. */
  readonly sets: number;
}

/** CPU per request of each service under one load, in microseconds: of one set of processes. */
export type SetOfCosts = readonly Cost[];

interface Cost {
  readonly microseconds: number;
  /** Of the logarithm of how many times dearer than the first service it is. */
  readonly logRatio: number;
}

/**
 * Keep all services alive together and load them in turns, there and back, with fixed numbers of requests: whatever
 * else the machine does in the meantime, or slowly becomes, hits all alike. Returns for each load one entry per set.
 */
export async function compare(
  services: readonly Built[],
  loads: readonly Load[],
  { alternations, sets }: Effort,
): Promise<SetOfCosts[][]> {
  const results: SetOfCosts[][] = loads.map(() => []);
  for (let set = 0; set < sets; set++) {
    const running = await Promise.all(services.map(startMeasured));
    for (const service of running) {
      for (const { path, requests, headers } of WARM_UP) await service.run(path, requests, headers);
    }
    for (const [index, load] of loads.entries()) {
      results[index]?.push(await turns(running, load, alternations));
    }
    await Promise.all(running.map((service) => service.stop()));
  }
  return results;
}

/** How many times dearer one service is than others are on average, over all sets. */
export function ratioOf(sets: readonly SetOfCosts[], service: number, others: readonly number[]): Estimate {
  const logs = differences(sets, service, others, ({ logRatio }) => logRatio);
  return { mean: Math.exp(logs.mean), lower: Math.exp(logs.lower), upper: Math.exp(logs.upper) };
}

/** How many microseconds of CPU one service takes more than others do on average, over all sets. */
export function differenceOf(
  sets: readonly SetOfCosts[],
  service: number,
  others: readonly number[],
): Estimate {
  return differences(sets, service, others, ({ microseconds }) => microseconds);
}

function differences(
  sets: readonly SetOfCosts[],
  service: number,
  others: readonly number[],
  measure: (cost: Cost) => number,
): Estimate {
  const all = sets.map((costs) => costs.map(measure));
  return estimate(
    all.map((costs) => {
      const base = others.reduce((sum, other) => sum + (costs[other] ?? 0), 0) / others.length;
      return (costs[service] ?? 0) - base;
    }),
  );
}

async function turns(
  services: readonly Measured[],
  { path, requests }: Load,
  count: number,
): Promise<SetOfCosts> {
  const rounds: number[][] = [];
  for (let turn = 0; turn < count; turn++) {
    // Each begins as often as any other.
    const order = services.map((_service, index) => (index + turn) % services.length);
    const costs = services.map(() => 0);
    for (const index of [...order, ...order.toReversed()]) {
      costs[index] = (costs[index] ?? 0) + ((await services[index]?.run(path, requests)) ?? 0) / 2;
    }
    rounds.push(costs);
  }
  return services.map((_service, index) => ({
    microseconds: interquartileMean(rounds.map((costs) => costs[index] ?? 0)),
    logRatio: interquartileMean(rounds.map((costs) => Math.log((costs[index] ?? 0) / (costs[0] ?? 0)))),
  }));
}
