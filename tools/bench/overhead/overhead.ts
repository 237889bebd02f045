import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Framework } from '@joinery/kit';
import { startCollector } from '../../../generators/telemetry/fixtures/collector.ts';
import { buildService, composeService } from '../../observed/build-service.ts';
import { comparePair } from './pair.ts';

/*
 * CPU per request of each step of telemetry against the bare service:
 *   npx tsx --conditions=@joinery/source tools/bench/overhead/overhead.ts [framework …]
 * ALTERNATIONS and REQUESTS say how long to measure. The bare service against itself comes first: its distance from 1 is
 * the noise, and no figure below is worth more than that.
 */
const STEPS: readonly (readonly [name: string, features: readonly string[]])[] = [
  ['the bare service itself', []],
  ['metrics', ['metrics']],
  ['metrics, logging', ['metrics', 'logging']],
  ['metrics, logging, request id', ['metrics', 'logging', 'request-context']],
  ['the same with tracing at 1 %', ['metrics', 'logging', 'request-context', 'tracing']],
];

/** A millisecond of what services do, give or take: parse, hash, print. `relay` does nothing. */
const WORK = `import { createHash } from 'node:crypto';

const order = { id: 1, lines: Array.from({ length: 12 }, (_, n) => ({ sku: \`sku-\${n}\`, amount: n, price: n * 1.5 })) };

export async function answer(id: string): Promise<string> {
  let text = JSON.stringify({ ...order, id });
  for (let round = 0; round < ROUNDS; round++) {
    text = JSON.stringify({ ...JSON.parse(text), hash: createHash('sha256').update(text).digest('hex') });
  }
  return text;
}

export async function relay(_id: string): Promise<string> {
  return 'ok';
}
`;

const { ALTERNATIONS = '24', REQUESTS = '1000', ROUNDS = '60' } = process.env;
const root = join(import.meta.dirname, '../../..');
const dist = join(root, 'packages/testing/dist');
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
  const build = async (name: string, features: readonly string[]) => {
    const files = await composeService({ framework, node: '>=20.19', features, tier: 'intermediate' });
    const cwd = join(folder, name);
    const work = WORK.replace('ROUNDS', ROUNDS);
    return { cwd, outfile: await buildService(cwd, { ...files, 'src/work.ts': work }) };
  };
  const bare = await build(`${framework}-bare`, []);
  const alternations = Number(ALTERNATIONS);
  for (const [index, [name, features]] of STEPS.entries()) {
    const service = await build(`${framework}-${index}`, features);
    for (const [handler, path, requests] of [
      ['reference', '/orders/', Number(REQUESTS)],
      ['empty', '/relay/', Number(REQUESTS) * 3],
    ] as const) {
      const {
        ratio,
        microseconds,
        bare: base,
      } = await comparePair(bare, service, {
        path,
        requests,
        alternations,
      });
      const [lower, median, upper] = ratio.map((value) => value.toFixed(3));
      console.log(
        `${framework} ${handler} (${base.toFixed(0)} µs): ${name}: ${median} (${lower}–${upper}), ${microseconds.toFixed(1)} µs`,
      );
    }
  }
}
