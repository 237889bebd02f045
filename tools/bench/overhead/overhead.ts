import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Framework } from '@joinery/kit';
import { startCollector } from '../../../generators/telemetry/fixtures/collector.ts';
import { buildStep } from './build-step.ts';
import { compare, differenceOf, ratioOf, type SetOfCosts } from './compare.ts';
import { ROUNDS, STEPS } from './steps.ts';

/*
 * CPU per request of each step of telemetry against the bare service:
 *   npx tsx --conditions=@joinery/source tools/bench/overhead/overhead.ts [framework …]
 * MEASURED_NODE names the Node.js to measure, RANGE what the service promises to run on, which decides the line of OpenTelemetry.
 * ALTERNATIONS, SETS and REQUESTS say how long to measure; on Linux CORE=1 keeps all services on that processor. The bare
 * service against itself comes first: its distance from 1 is the noise, and no figure below is worth more than that.
 */
const { ALTERNATIONS = '20', SETS = '8', REQUESTS = '30', RANGE = '>=20.19' } = process.env;
const requests = Number(REQUESTS);
const LOADS = [
  { path: '/orders/', requests },
  { path: '/relay/', requests: requests * 7 },
];
const dist = join(import.meta.dirname, '../../../packages/testing/dist');
mkdirSync(dist, { recursive: true });
const folder = mkdtempSync(join(dist, 'overhead-'));
const collector = await startCollector();
process.env.COLLECTOR = collector.url;
const frameworks = process.argv.slice(2) as Framework[];

try {
  for (const framework of frameworks.length > 0 ? frameworks : (['express', 'fastify'] as const)) {
    await measure(framework);
  }
} finally {
  await collector.close();
  rmSync(folder, { recursive: true });
}

async function measure(framework: Framework): Promise<void> {
  const services = [];
  for (const [index, [, features]] of STEPS.entries()) {
    services.push(await buildStep(join(folder, `${framework}-${index}`), framework, RANGE, features, ROUNDS));
  }
  const effort = { alternations: Number(ALTERNATIONS), sets: Number(SETS) };
  const [reference = [], empty = []] = await compare(services, LOADS, effort);
  print(`${framework} reference`, reference);
  print(`${framework} empty`, empty);
}

function print(title: string, sets: readonly SetOfCosts[]): void {
  const bare = sets.reduce((sum, [first]) => sum + (first?.microseconds ?? 0), 0) / sets.length;
  console.log(`${title}: ${bare.toFixed(0)} µs bare, ${sets.length} sets of processes`);
  for (const [index, [name, features]] of STEPS.entries()) {
    if (index === 0) continue;
    // The bare service is there twice, and both together are the better base.
    const base = features.length === 0 ? [0] : [0, 1];
    const more = differenceOf(sets, index, base);
    const step = ratioOf(sets, index, index === 2 ? base : [index - 1]);
    console.log(
      `  ${name}: ${percent(ratioOf(sets, index, base))}, ${more.mean.toFixed(1)} µs (${more.lower.toFixed(1)} to ${more.upper.toFixed(1)}); against the step before ${percent(step)}`,
    );
  }
}

function percent({ mean, lower, upper }: ReturnType<typeof ratioOf>): string {
  const [middle, from, to] = [mean, lower, upper].map((ratio) => ((ratio - 1) * 100).toFixed(1));
  return `${middle} % (${from} to ${to})`;
}
