import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProblemError } from '@joinery/engine';
import { type RegistryOptions, registrySource } from './registry-source.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const joinery = { schema: 1, title: 'Health', summary: 'Says how it is.', category: 'operations' };
const healthDocument = {
  name: '@joinery/health',
  versions: {
    '0.9.0': { name: '@joinery/health' },
    '1.0.0': { joinery: { ...joinery, provides: { 'http.health': '1.0.0' } } },
    '1.1.0': { joinery: { ...joinery, requires: { metrics: '^^1' } } },
  },
};

let server: Server;
let handler: Handler;
let seen: { readonly url: string; readonly etag: string | undefined }[];
let cacheFolder: string;
let pauses: number[];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', etag: request.headers['if-none-match'] });
    handler(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

beforeEach(() => {
  seen = [];
  pauses = [];
  handler = (_, response) => json(response, healthDocument);
  cacheFolder = mkdtempSync(join(tmpdir(), 'joinery-registry-'));
});

afterEach(() => rmSync(cacheFolder, { recursive: true }));
afterAll(() => new Promise((done) => server.close(done)));

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json', etag: '"one"' }).end(JSON.stringify(body));
}

function source(options: Partial<RegistryOptions> = {}) {
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const sleep = async (milliseconds: number) => void pauses.push(milliseconds);
  return registrySource({ cacheFolder, registry, sleep, ...options });
}

async function failure(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ProblemError)
      return `${error.problem.id}: ${error.message.replace(/127\.0\.0\.1:\d+/, 'registry')}`;
    throw error;
  }
  return 'none';
}

test('features are read from the package document; a faulty version is left out and reported', async () => {
  const faults: string[] = [];
  const versions = await source({ onFault: ({ found }) => faults.push(found) }).versions('health');
  expect(versions).toEqual([
    {
      entry: { name: 'health', version: '1.0.0', provides: { 'http.health': '1.0.0' } },
      manifest: { ...joinery, provides: { 'http.health': '1.0.0' } },
      origin: 'registry',
    },
  ]);
  expect(faults).toEqual([
    '`joinery.requires.metrics` in @joinery/health@1.1.0 is `^^1`, which is not a semver range.',
  ]);
  expect(seen.map(({ url }) => url)).toEqual(['/@joinery%2Fhealth']);
});

test('a package is asked for once, however often it is named', async () => {
  const registry = source();
  await Promise.all([registry.versions('health'), registry.versions('health'), registry.versions('health')]);
  expect(seen).toHaveLength(1);
});

test('a fresh document is not asked for again; an old one is, with its ETag', async () => {
  let time = 1_000_000;
  const now = () => time;
  const first = await source({ now }).versions('health');
  expect(await source({ now }).versions('health')).toEqual(first);
  expect(seen).toHaveLength(1);
  time += 400_000;
  handler = (_, response) => response.writeHead(304).end();
  expect(await source({ now }).versions('health')).toEqual(first);
  expect(seen[1]?.etag).toBe('"one"');
  expect(await source({ now }).versions('health')).toEqual(first);
  expect(seen).toHaveLength(2);
});

test('a package that does not exist has no versions', async () => {
  handler = (_, response) => response.writeHead(404).end('{}');
  expect(await source().versions('joinery-nothing')).toEqual([]);
  expect(seen[0]?.url).toBe('/joinery-nothing');
});

test('offline takes what is cached, and says so when nothing is', async () => {
  const first = await source().versions('health');
  expect(await source({ offline: true }).versions('health')).toEqual(first);
  expect(await failure(source({ offline: true }).versions('metrics'))).toBe(
    'registry-not-cached: `@joinery/metrics` was never fetched from http://registry/, and the network must not be asked. Run the command once without `--offline`, or list the feature in a `--catalog` file.',
  );
  expect(seen).toHaveLength(1);
});

test('trouble is waited out, longer each time and as long as the registry asks', async () => {
  const answers: readonly (readonly [status: number, headers: Record<string, string>])[] = [
    [503, {}],
    [429, { 'retry-after': '2' }],
  ];
  handler = (_, response) => {
    const [status, headers] = answers[seen.length - 1] ?? [200, {}];
    if (status === 200) json(response, healthDocument);
    else response.writeHead(status, headers).end();
  };
  expect(await source().versions('health')).toHaveLength(1);
  expect(pauses).toEqual([200, 2000]);
});

test('what stays in trouble is an error that names the package and what is cached', async () => {
  let time = Date.parse('2026-01-02T03:04:05Z');
  await source({ now: () => time }).versions('health');
  time += 1_000_000;
  handler = (_, response) => response.writeHead(502).end();
  expect(await failure(source({ now: () => time }).versions('health'))).toBe(
    'registry-unreachable: `@joinery/health` could not be fetched from http://registry/ in 3 attempts: it answered 502. Cached since 2026-01-02: 1.0.0, 1.1.0. Check the network, or use what is cached with `--offline`.',
  );
});

test('a registry that does not answer is not waited for', async () => {
  handler = () => {};
  expect(await failure(source({ timeout: 30, attempts: 2 }).versions('health'))).toContain(
    'in 2 attempts: it did not answer within 30 ms. Nothing of it is cached.',
  );
  server.closeAllConnections();
});

test('a connection that is refused, and an access that is, are told apart', async () => {
  expect(await failure(source({ registry: 'http://127.0.0.1:1', attempts: 1 }).versions('health'))).toMatch(
    /^registry-unreachable: .*(ECONNREFUSED|bad port)/,
  );
  handler = (_, response) => response.writeHead(403).end();
  expect(await failure(source().versions('health'))).toMatch(/^registry-refused: .* it answered 403\./);
  expect(pauses).toEqual([]);
});

test('a broken cache and a broken answer do no harm', async () => {
  await source().versions('health');
  for (const file of readdirSync(cacheFolder)) writeFileSync(join(cacheFolder, file), '{"name":');
  expect(await source().versions('health')).toHaveLength(1);
  handler = (_, response) => response.writeHead(200).end('{"versions":[]}');
  expect(await source({ maxAge: -1 }).versions('health')).toEqual([]);
});

test('a name can not lead out of the cache or the registry', async () => {
  handler = (_, response) => response.writeHead(404).end();
  await source().versions('@../../../etc/passwd');
  expect(seen[0]?.url).toBe('/@..%2F..%2F..%2Fetc%2Fpasswd');
  expect(readdirSync(cacheFolder)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
});

test('no more are asked for at a time than allowed', async () => {
  let open = 0;
  let most = 0;
  handler = (_, response) => {
    most = Math.max(most, ++open);
    setTimeout(() => {
      open--;
      response.writeHead(404).end();
    }, 5);
  };
  const registry = source({ concurrency: 3 });
  await Promise.all(Array.from({ length: 12 }, (_, index) => registry.versions(`feature-${index}`)));
  expect(most).toBeLessThanOrEqual(3);
  expect(seen).toHaveLength(12);
});
