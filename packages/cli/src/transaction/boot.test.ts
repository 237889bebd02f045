import { rmSync } from 'node:fs';
import { apply } from './apply.ts';
import { bootErrors } from './boot-errors.ts';
import { nodeDisk } from './disk.ts';
import type { HostPlace } from './host-place.ts';
import { run } from './run.ts';
import { makeHost, makePlan, put, snapshot } from './testing/host.ts';

const signal = new AbortController().signal;
let host: HostPlace;

beforeEach(() => {
  host = makeHost();
});

afterEach(() => {
  rmSync(host.folder, { recursive: true, force: true });
});

/** A service that insists on a port that is taken: this process could not have it either. */
const SERVER = `
const { createServer } = require('node:http');
createServer((request, response) => {
  response.writeHead(request.url === '/health/live' ? 200 : 404).end();
}).listen({ port: 1, host: '127.0.0.1' });
process.on('SIGTERM', () => { require('node:fs').writeFileSync('stopped', ''); process.exit(0); });
`;

function service(start: string, more: Readonly<Record<string, string>> = {}): void {
  put(host.folder, 'package.json', `${JSON.stringify({ name: 'orders', scripts: { start, ...more } })}\n`);
}

test('a service is started with its own command on a free port, asked, and stopped in an orderly way', async () => {
  service('node server.cjs');
  put(host.folder, 'server.cjs', SERVER);
  expect(await bootErrors(host, ['/health/live'], run, signal)).toEqual([]);
  expect(Object.keys(snapshot(host.folder))).toContain('stopped');
});

test('a service that is built is built first, and a build that fails is said', async () => {
  service('node built/server.cjs', { build: 'mkdir built && cp server.cjs built/' });
  put(host.folder, 'server.cjs', SERVER);
  expect(await bootErrors(host, [], run, signal)).toEqual([]);
  service('node built/server.cjs', { build: 'echo no such type && exit 2' });
  expect(await bootErrors(host, [], run, signal)).toEqual([expect.stringContaining('no such type')]);
});

test('one that ends before it answers is told with its last words; one without a start script is not started', async () => {
  service('echo a variable is missing && exit 1');
  expect(await bootErrors(host, [], run, signal)).toEqual([
    expect.stringMatching(/ended before it answered[\s\S]*a variable is missing/),
  ]);
  put(host.folder, 'package.json', '{}');
  expect(await bootErrors(host, [], run, signal)).toMatch(/no `start` script/);
});

describe('within an apply', () => {
  const ports = { disk: nodeDisk, run, signal, progress: () => {} };
  const settings = { install: false, verify: 'boot' } as const;
  const plan = () => {
    const { changes, ...rest } = makePlan();
    const own = changes.filter(({ path }) => path !== 'package.json');
    return { ...rest, changes: own, install: { manager: 'npm', needed: false } } as const;
  };

  test('what would not start any more is put back', async () => {
    service(
      "node -e \"require('fs').existsSync('joinery.lock.json') ? process.exit(1) : require('http').createServer((q, s) => s.end()).listen(80)\"",
    );
    const before = snapshot(host.folder);
    const outcome = await apply(plan(), host, settings, ports);
    expect(outcome).toMatchObject({
      id: 'verification-failed',
      found: expect.stringContaining('The service would not start'),
    });
    expect(snapshot(host.folder)).toEqual(before);
  });

  test('what did not start before, either, is not held against the changes', async () => {
    service('exit 1');
    expect(await apply(plan(), host, settings, ports)).toMatchObject({
      kind: 'receipt',
      warnings: [expect.stringContaining('did not start before, either')],
    });
  });

  test('tests of the service that would fail put everything back; without tests a warning says so', async () => {
    service('node .', { test: '! test -e joinery.lock.json' });
    const before = snapshot(host.folder);
    const outcome = await apply(plan(), host, { ...settings, verify: 'tests' }, ports);
    expect(outcome).toMatchObject({ id: 'verification-failed', found: expect.stringContaining('tests') });
    expect(snapshot(host.folder)).toEqual(before);
    service('node .');
    expect(await apply(plan(), host, { ...settings, verify: 'tests' }, ports)).toMatchObject({
      kind: 'receipt',
      verified: 'skipped',
      warnings: [expect.stringContaining('no `test` script')],
    });
  });
});
