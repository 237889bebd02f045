import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, readHostFiles } from './host-files.ts';
import { typeErrors } from './type-errors.ts';
import { openWorkbench } from './workbench.ts';

const root = join(__dirname, '../../..');
const fixtures = join(__dirname, '../fixtures');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));
/** One for each framework. */
const HOSTS = [
  'echo-http',
  'invoices-koa',
  'parcels-express',
  'routes-hono',
  'stock-fastify',
  'tickets-nest',
];
const FEATURES = readdirSync(join(root, 'generators'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const tier = 'enterprise' as const;

const status = 'enum(placed|paid)';
const OPTIONS: Readonly<Record<string, object>> = {
  'ddd-aggregate': {
    aggregates: {
      Order: { fields: { total: 'Money', status, note: 'text?@2' }, context: 'sales' },
      Customer: { fields: { name: 'text', favourite: 'OrderId?', address: 'Address?', since: 'time' } },
    },
    valueObjects: { Address: { fields: { street: 'text', level: 'integer' } } },
    entities: { OrderLine: { of: 'Order', fields: { sku: 'text', price: 'Money' } } },
    events: { OrderPaid: { of: 'Order', fields: { status, paidAt: 'time@3' } } },
    commands: { PayOrder: { of: 'Order', raises: 'OrderPaid' } },
  },
  'ddd-bounded-context': {
    contexts: { sales: {}, billing: {} },
    relations: { heard: { upstream: 'sales', downstream: 'billing', events: ['order.paid'] } },
  },
};

let folder = '';
afterEach(() => {
  if (folder !== '') rmSync(folder, { recursive: true });
  folder = '';
});
const run = (...words: readonly string[]) =>
  spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
const check = () => run(join(folder, 'scripts/check-architecture.mjs'));

/** Everything that the resolver lets into a host, with a domain of two contexts. */
async function enterprise(name: string): Promise<HostFiles> {
  const files = readHostFiles(join(fixtures, name));
  const json = JSON.parse(files['package.json'] ?? '{}');
  const { jest: _, vitest: __, mocha: ___, ...devDependencies } = json.devDependencies ?? {};
  const scripts = { ...json.scripts, test: 'node --test' };
  const manifest = { ...json, engines: { node: '>=22.13' }, scripts, devDependencies };
  const host = { ...files, 'package.json': `${JSON.stringify(manifest, null, 2)}\n` };
  const add: { name: string; options?: object }[] = [];
  for (const feature of FEATURES) {
    const wish = { name: feature, ...(OPTIONS[feature] === undefined ? {} : { options: OPTIONS[feature] }) };
    const names = [...add, wish].map((one) => one.name);
    if (await bench.fits(host, names, tier)) add.push(wish);
  }
  return bench.run(host, { add: add as never, tier });
}

describe.each(HOSTS)('all features of a service of tier enterprise in %s', (name) => {
  test('keep to the architecture, compile under the strictest settings, and pass the tests of the domain', async () => {
    const files = await enterprise(name);
    expect(Object.keys(JSON.parse(files['joinery.lock.json'] ?? '{}').features).length).toBeGreaterThan(28);
    folder = put(files);
    const { status: exit, stdout, stderr } = check();
    expect([exit, stderr]).toEqual([0, '']);
    expect(Number(/^(\d+) modules/.exec(stdout)?.[1])).toBeGreaterThan(100);
    expect(typeErrors(files)).toBe('');
    const tests = Object.keys(files).filter((path) =>
      /^(?:src\/)?(?:application|contexts|domain|infrastructure)\/.*\.(?:test|spec)\.ts$/.test(path),
    );
    expect(tests.length).toBeGreaterThan(8);
    // In one process, which is many times as fast as one for each file.
    writeFileSync(
      join(folder, 'all-tests.mjs'),
      tests.map((path) => `await import('./${path}');\n`).join(''),
    );
    const tested = run('--import', 'tsx', 'all-tests.mjs');
    expect(tested.stdout).toMatch(/^. fail 0$/m);
    expect([tested.status, tested.status === 0 ? '' : tested.stdout]).toEqual([0, '']);
  });
});

describe.each(['5.9.3', '6.0.2', '7.0.2'])('with TypeScript %s installed', (version) => {
  /** A compiler that nobody may load: the check must neither need one nor go green for want of one. */
  const compiler = {
    'node_modules/typescript/package.json': JSON.stringify({ name: 'typescript', version, main: 'main.js' }),
    'node_modules/typescript/main.js': "throw new Error('the compiler was loaded');\n",
  };

  test('what is planted is found, and nothing to look at is an error', async () => {
    const host = { ...readHostFiles(join(fixtures, 'parcels-express')), ...compiler };
    const add = ['architecture-check', 'ddd-core'].map((name) => ({ name }));
    folder = put(await bench.run(host, { add, tier }));
    expect(check()).toMatchObject({ status: 0, stderr: '' });
    const many = Array.from({ length: 100 }, (_, index) => `src/application/m${index}.ts`);
    mkdirSync(join(folder, 'src/application'), { recursive: true });
    for (const path of many) writeFileSync(join(folder, path), "import '../domain/kernel/entity.js';\n");
    writeFileSync(
      join(folder, 'src/domain/planted.ts'),
      "import express from 'express';\nexport { express };\n",
    );
    expect(check()).toMatchObject({
      status: 1,
      stderr:
        'src/domain/planted.ts:1  domain may not import the package express; packages allowed here: none\n',
    });
    rmSync(join(folder, 'src'), { recursive: true });
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining('nothing was checked') });
  });
});

function put(files: HostFiles): string {
  // Inside the repository, so that the tests find tsx in its node_modules.
  const scratch = join(__dirname, '../dist/architecture');
  mkdirSync(scratch, { recursive: true });
  const made = mkdtempSync(join(scratch, 'service-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(made, path)), { recursive: true });
    writeFileSync(join(made, path), text);
  }
  return made;
}
