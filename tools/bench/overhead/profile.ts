import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import type { Framework } from '@joinery/kit';
import { startCollector } from '../../../generators/telemetry/fixtures/collector.ts';
import { freePort } from '../../running/free-port.ts';
import { attribute, ownersOf } from './attribute.ts';
import { buildStep } from './build-step.ts';
import { ROUNDS, STEPS } from './steps.ts';

/*
 * The share of telemetry in a CPU profile of a loaded service, for machines that are too busy for paired runs:
 *   npx tsx --conditions=@joinery/source tools/bench/overhead/profile.ts
 * Each sample counts for the code nearest to it that is not Node.js' own. A lower bound: garbage collection is nobody's.
 * FUNCTIONS=20 names the twenty functions that take most of it: where to begin when something has become dear.
 */
const { REQUESTS = '4000', RANGE = '>=20.19', FUNCTIONS = '0' } = process.env;
const { MEASURED_NODE: NODE = process.execPath } = process.env;
/** Profiles when it is told to, so that the start is not in it. */
const PROFILER = `data:text/javascript,${encodeURIComponent(`
  import { writeFileSync } from 'node:fs';
  import { Session } from 'node:inspector';
  const session = new Session();
  session.connect();
  process.on('message', (file) => {
    if (file === 'start') {
      session.post('Profiler.enable');
      session.post('Profiler.start', () => process.send('started'));
    } else {
      session.post('Profiler.stop', (_error, { profile }) => {
        writeFileSync(file, JSON.stringify(profile));
        process.send('written');
      });
    }
  });
`)}`;
const dist = join(import.meta.dirname, '../../../packages/testing/dist');
mkdirSync(dist, { recursive: true });
const collector = await startCollector();

for (const framework of ['express', 'fastify'] as const) {
  for (const [name, features] of STEPS.filter(([, added]) => added.length > 0)) {
    for (const [handler, path, requests] of [
      ['reference', '/orders/', Number(REQUESTS)],
      ['empty', '/relay/', Number(REQUESTS) * 3],
    ] as const) {
      const { telemetry, application, functions } = await profile(framework, features, path, requests);
      const share = ((telemetry / application) * 100).toFixed(1);
      const each = (time: number) => (time / requests).toFixed(1);
      console.log(
        `${framework} ${handler}: ${name}: ${share} % (${each(telemetry)} of ${each(application)} µs)`,
      );
      for (const [name, time] of functions.slice(0, Number(FUNCTIONS)))
        console.log(`  ${each(time)} µs ${name}`);
    }
  }
}
await collector.close();

async function profile(framework: Framework, features: readonly string[], path: string, requests: number) {
  const folder = mkdtempSync(join(dist, 'profile-'));
  const { outfile } = await buildStep(folder, framework, RANGE, features, ROUNDS);
  const [port, metricsPort] = [await freePort(), await freePort()];
  const child = spawn(NODE, ['--import', PROFILER, outfile], {
    cwd: folder,
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 10 });
  const ask = (to: string) => askOnce(`http://127.0.0.1:${port}${to}`, agent);
  while (!(await ask('/relay/1'))) await new Promise((resolve) => setTimeout(resolve, 50));
  const load = async (count: number) => {
    let sent = 0;
    const client = async () => {
      while (sent++ < count) await ask(`${path}${sent}`);
    };
    await Promise.all(Array.from({ length: 10 }, client));
  };
  const tell = async (message: string) => {
    child.send(message);
    await once(child, 'message');
  };
  await load(requests);
  await tell('start');
  await load(requests);
  const file = join(folder, 'cpu.json');
  await tell(file);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const result = attribute(JSON.parse(readFileSync(file, 'utf8')), ownersOf(readFileSync(outfile, 'utf8')));
  rmSync(folder, { recursive: true });
  return result;
}

function askOnce(url: string, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, { agent }, (response) => {
      response.resume().once('end', () => resolve(true));
    }).once('error', () => resolve(false));
  });
}
