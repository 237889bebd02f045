import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { runIn } from '../testing/run-in.ts';
import { contents, makeService } from '../testing/service.ts';

const joinery = {
  schema: 1,
  title: 'Lamp',
  summary: 'Shines.',
  category: 'test',
  requires: { health: '^1' },
};
const versions = {
  '1.2.0': { name: '@joinery/lamp', version: '1.2.0', keywords: ['joinery-feature'], joinery },
};
const asked: string[] = [];
let server: Server;
let folder = '';

beforeEach(async () => {
  asked.length = 0;
  folder = makeService();
  process.env.XDG_CACHE_HOME = join(folder, 'cache');
  server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '').slice(1));
    asked.push(name);
    const found = name === '@joinery/lamp';
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
    response.end(found ? JSON.stringify({ name, versions, 'dist-tags': { latest: '1.2.0' } }) : '{}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});

afterEach(async () => {
  delete process.env.XDG_CACHE_HOME;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  rmSync(folder, { recursive: true, force: true });
});

const registry = () => ['--registry', `http://127.0.0.1:${(server.address() as AddressInfo).port}`];

test('a feature of the registry takes part in the resolution, and is installed by people', async () => {
  const before = contents(folder);
  const said = await runIn(folder, ['plan', 'lamp', ...registry()]);
  expect([said.code, said.err]).toEqual([3, expect.stringContaining('error[feature-not-installed]')]);
  expect(said.err).toContain('npm install --save-dev @joinery/lamp@1.2.0');
  expect(Object.keys(contents(folder)).filter((path) => !path.startsWith('cache'))).toEqual(
    Object.keys(before),
  );
});

test('without --registry nothing is asked of the network', async () => {
  const said = await runIn(folder, ['plan', 'lamp']);
  expect([said.code, said.err]).toEqual([1, expect.stringContaining('error[unknown-feature]')]);
  expect(asked).toEqual([]);
});

test('offline, what was never fetched is named', async () => {
  const said = await runIn(folder, ['plan', 'lamp', ...registry(), '--offline']);
  expect([said.code, said.err]).toEqual([1, expect.stringContaining('error[registry-not-cached]')]);
  expect(asked).toEqual([]);
});
