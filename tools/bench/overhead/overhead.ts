import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Framework } from '@joinery/kit';
import { startCollector } from '../../../generators/telemetry/fixtures/collector.ts';
import { buildService, composeService } from '../../observed/build-service.ts';
import { comparePair } from './pair.ts';
import { STEPS, workOf } from './steps.ts';

/*
 * CPU per request of each step of telemetry against the bare service:
 *   npx tsx --conditions=@joinery/source tools/bench/overhead/overhead.ts [framework …]
 * ALTERNATIONS and REQUESTS say how long to measure, HANDLERS=reference leaves the empty handler out. The bare service against itself comes first: its distance from 1 is
 * the noise, and no figure below is worth more than that.
 */
const { ALTERNATIONS = '24', REQUESTS = '1000', ROUNDS = '60', HANDLERS = 'reference,empty' } = process.env;
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
    return { cwd, outfile: await buildService(cwd, { ...files, 'src/work.ts': workOf(ROUNDS) }) };
  };
  const bare = await build(`${framework}-bare`, []);
  const alternations = Number(ALTERNATIONS);
  for (const [index, [name, features]] of STEPS.entries()) {
    const service = await build(`${framework}-${index}`, features);
    for (const [handler, path, requests] of [
      ['reference', '/orders/', Number(REQUESTS)],
      ['empty', '/relay/', Number(REQUESTS) * 3],
    ] as const) {
      if (!HANDLERS.includes(handler)) continue;
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
