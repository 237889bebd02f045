import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import type { Framework } from '@joinery/kit';
import { startCollector } from '../../../generators/telemetry/fixtures/collector.ts';
import { buildService, composeService } from '../../observed/build-service.ts';
import { freePort } from '../../running/free-port.ts';
import { STEPS, workOf } from './steps.ts';

/*
 * The share of telemetry in a CPU profile of a loaded service, for machines that are too busy for paired runs:
 *   npx tsx --conditions=@joinery/source tools/bench/overhead/profile.ts
 * Each sample counts for the code nearest to it that is not Node.js' own. A lower bound: garbage collection is nobody's.
 */
const { REQUESTS = '4000', ROUNDS = '60', NODE = process.execPath } = process.env;
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
      const { telemetry, application } = await profile(framework, features, path, requests);
      const share = ((telemetry / application) * 100).toFixed(1);
      const each = (time: number) => (time / requests).toFixed(1);
      console.log(
        `${framework} ${handler}: ${name}: ${share} % (${each(telemetry)} of ${each(application)} µs)`,
      );
    }
  }
}
await collector.close();

async function profile(framework: Framework, features: readonly string[], path: string, requests: number) {
  const folder = mkdtempSync(join(dist, 'profile-'));
  const files = await composeService({ framework, node: '>=20.19', features, tier: 'intermediate' });
  const outfile = await buildService(folder, { ...files, 'src/work.ts': workOf(ROUNDS) });
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

interface ProfileNode {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
  };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

type Owner = 'telemetry' | 'application';

/** Time of each owner, in microseconds. */
function attribute({ nodes, samples, timeDeltas }: Profile, ownerOfLine: (line: number) => Owner) {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const owners = new Map<number, Owner | undefined>();
  const ownerOf = (id: number): Owner | undefined => {
    if (owners.has(id)) return owners.get(id);
    const { url = '', lineNumber = 0 } = byId.get(id)?.callFrame ?? {};
    const parent = parents.get(id);
    const found = url.endsWith('dist/main.mjs')
      ? ownerOfLine(lineNumber)
      : /@opentelemetry|node_modules\/(?:pino|@pinojs|sonic-boom|safe-stable)/.test(url)
        ? 'telemetry'
        : url.includes('node_modules')
          ? 'application'
          : parent === undefined
            ? undefined
            : ownerOf(parent);
    owners.set(id, found);
    return found;
  };
  const time = { telemetry: 0, application: 0 };
  samples.forEach((id, index) => {
    const name = byId.get(id)?.callFrame.functionName;
    if (name === '(idle)' || name === '(garbage collector)') return;
    time[ownerOf(id) ?? 'application'] += timeDeltas[index] ?? 0;
  });
  return time;
}

/** A bundle says in a comment which file each part comes from. */
function ownersOf(bundle: string): (line: number) => Owner {
  let owner: Owner = 'application';
  const lines = bundle.split('\n').map((line) => {
    if (/^\/\/ .*\.ts$/.test(line)) owner = line.includes('/platform/') ? 'telemetry' : 'application';
    return owner;
  });
  return (line) => lines[line] ?? 'application';
}

function askOnce(url: string, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, { agent }, (response) => {
      response.resume().once('end', () => resolve(true));
    }).once('error', () => resolve(false));
  });
}
