import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, openWorkbench, readHostFiles } from '../../packages/testing/src/index.ts';
import { describeWithSqlite } from '../parts/parts.ts';
import { freePort } from '../running/free-port.ts';
import { runOrThrow } from '../running/run-command.ts';
import { type Service, startService } from '../running/service.ts';
import { readGuide } from './read-guide.ts';

const root = join(__dirname, '../..');
// Inside the repository, so that the service finds its packages.
const scratch = join(root, 'packages/testing/dist');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const guide = readGuide(readFileSync(join(root, 'docs/guides/orders.md'), 'utf8'));
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));

let folder = '';
let service: Service | undefined;
const sent: string[] = [];
const receiver = createServer((request, response) => {
  sent.push(`${request.headers['ce-type']} ${request.headers['ce-sequence']}`);
  request.resume().on('end', () => response.writeHead(204).end());
});

afterAll(async () => {
  await service?.stop();
  receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

describeWithSqlite()('the guide to orders', () => {
  test('composes a service that type-checks and passes its own tests', async () => {
    mkdirSync(scratch, { recursive: true });
    folder = mkdtempSync(join(scratch, 'orders-'));
    write(await follow(example()));
    await runOrThrow([process.execPath, tsc, '-p', '.'], { cwd: folder });
    const tested = await runOrThrow([process.execPath, '--test', 'dist/**/*.test.js'], { cwd: folder });
    expect(tested).toMatch(/^. fail 0$/m);
  });

  test('which places, pays and cancels orders, tells others, and shows a view', async () => {
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const port = await freePort();
    const env = { MESSAGING_TARGET_URL: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/` };
    const started = startService([process.execPath, 'dist/server.js'], { cwd: folder, env }, port);
    service = started;
    await started.until('it is ready', () =>
      get(started, '/health/ready').then(
        ({ status }) => status === 200,
        () => false,
      ),
    );
    const order = { customer: 'ada', total: 30 };
    const first = await post(started, '/orders', order, 'key-1');
    expect(first.status).toBe(201);
    expect(await post(started, '/orders', order, 'key-1')).toEqual(first);
    expect((await post(started, '/orders', { ...order, total: 31 }, 'key-1')).status).toBe(422);
    const { id } = first.body as { readonly id: string };
    expect((await post(started, `/orders/${id}/pay`, { amount: 29 })).status).toBe(422);
    expect((await post(started, `/orders/${id}/pay`, { amount: 30 })).status).toBe(204);
    expect((await post(started, `/orders/${id}/cancel`, { reason: 'late' })).status).toBe(409);
    expect((await post(started, '/orders/unknown/pay', { amount: 1 })).status).toBe(404);
    await started.until('the view knows', async () =>
      JSON.stringify((await get(started, '/orders')).body).includes('paid'),
    );
    expect((await get(started, '/orders')).body).toEqual([{ id, ...order, status: 'paid' }]);
    await started.until('others know', () => sent.length >= 2);
    expect(sent).toEqual(['com.example.order.placed.v1 1', 'com.example.order.paid.v1 2']);
    started.signal('SIGTERM');
    expect(await started.exit).toBe(0);
  });

  test('a migration that was edited keeps it from starting, and is named', async () => {
    const path = join(folder, 'migrations/0100_event_store.sql');
    writeFileSync(path, `${readFileSync(path, 'utf8')}-- edited\n`);
    service = startService([process.execPath, 'dist/server.js'], { cwd: folder }, await freePort());
    expect(await service.exit).toBe(1);
    expect(service.output()).toContain(
      'Migration 0100_event_store.sql was edited after it had been applied.',
    );
  });
});

function example(): HostFiles {
  const files = readHostFiles(join(root, 'examples/orders'));
  return Object.fromEntries(Object.entries(files).filter(([path]) => !/^(?:node_modules|dist)\//.test(path)));
}

async function follow(start: HostFiles): Promise<HostFiles> {
  let files = start;
  for (const step of guide) {
    if (step.kind === 'file') files = { ...files, [step.path]: step.text };
    else
      files = await bench.run(files, {
        add: step.words.slice(2).map((name) => ({ name })),
        tier: 'advanced',
      });
  }
  return files;
}

function write(files: HostFiles): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function get({ url }: Service, path: string) {
  const response = await fetch(`${url}${path}`);
  return { status: response.status, body: await response.json() };
}

async function post({ url }: Service, path: string, body: object, key?: string) {
  const headers = {
    'content-type': 'application/json',
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}
