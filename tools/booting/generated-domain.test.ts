import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, openWorkbench } from '@joinery/testing';
import { runCommand } from '../running/run-command.ts';
import { HOSTS } from './hosts.ts';

const root = join(__dirname, '../..');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));
// Inside the repository, so that the tests find tsx in its node_modules.
const scratch = join(root, 'packages/testing/dist/generated');
let folder = '';
afterEach(() => rmSync(folder, { recursive: true }));

const status = 'enum(placed|paid)';
const OPTIONS = {
  aggregates: {
    Order: {
      fields: {
        total: 'Money',
        status,
        note: 'text?',
        weight: 'number',
        lines: 'OrderLine[]',
        shipment: 'Shipment?',
        tags: 'enum(gift|express)[]',
        paidBy: 'CustomerId[]',
        refunds: 'Money[]',
      },
    },
    Customer: { fields: { name: 'text', address: 'Address?', favourite: 'OrderId?', since: 'time' } },
  },
  valueObjects: {
    Address: { fields: { street: 'text', level: 'integer', kind: 'enum(home|work)', until: 'time?' } },
  },
  entities: {
    OrderLine: { of: 'Order', fields: { sku: 'text', price: 'Money', note: 'text?', discounts: 'Money[]' } },
    Shipment: { of: 'Order', fields: { to: 'Address', sentBy: 'CustomerId?', insured: 'Money?' } },
  },
  events: {
    OrderPaid: { of: 'Order', fields: { status, paidAt: 'time', lines: 'OrderLine[]', refund: 'Money?' } },
    OrderLost: { of: 'Order' },
  },
  commands: {
    PayOrder: { of: 'Order', raises: 'OrderPaid' },
    LoseOrder: { of: 'Order', raises: 'OrderLost' },
  },
};

test('the tests that come with a generated domain pass in the runner of the service', async () => {
  const files = await bench.run(HOSTS['node:http']?.files ?? {}, {
    add: [
      { name: 'ddd-aggregate', options: OPTIONS },
      { name: 'problem-errors' },
      { name: 'request-context' },
    ],
    tier: 'advanced',
  });
  put(files);
  const tests = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join('src', path));
  expect(tests.length).toBeGreaterThan(6);
  const { exitCode, output } = await runCommand([process.execPath, '--import', 'tsx', '--test', ...tests], {
    cwd: folder,
  });
  expect({ exitCode, output: exitCode === 0 ? '' : output }).toEqual({ exitCode: 0, output: '' });
  expect(output).toMatch(/^# pass [1-9]\d+$/m);
});

const FEATURES = [
  'api-openapi',
  'architecture-check',
  'ddd-bounded-context',
  'ddd-cqrs',
  'input-validation',
  'problem-errors',
  'request-context',
  'resilience',
];

// Anchor A14: CommonJS and Jest, which cannot load packages of ES modules only.
test('in a CommonJS service with Jest its own tests and the generated ones pass, and cover nine tenths of the domain', async () => {
  const host = HOSTS['Nest on Express']?.files ?? {};
  const { 'package.json': text = '{}' } = host;
  const manifest = JSON.parse(text) as { scripts: object; devDependencies: object };
  const withJest = {
    ...manifest,
    scripts: { ...manifest.scripts, test: 'jest' },
    devDependencies: { ...manifest.devDependencies, jest: '^30.0.0', '@types/jest': '^30.0.0' },
  };
  const files = await bench.run(
    {
      ...host,
      'package.json': JSON.stringify(withJest),
      'src/app.controller.test.ts':
        "import { AppController } from './app.controller';\n\ntest('ok', () => expect(new AppController().ok()).toEqual({ ok: true }));\n",
    },
    {
      add: [{ name: 'ddd-aggregate', options: OPTIONS }, ...FEATURES.map((name) => ({ name }))],
      tier: 'advanced',
    },
  );
  put({ ...files, 'jest.config.json': JSON.stringify(JEST) });
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const words = [process.execPath, jest, '--config', 'jest.config.json', '--coverage', '--runInBand'];
  const { exitCode, output } = await runCommand(words, { cwd: folder });
  expect({ exitCode, output: exitCode === 0 ? '' : output }).toEqual({ exitCode: 0, output: '' });
  expect(output).toMatch(/Tests: +\d\d+ passed/);
});

const JEST = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      join(root, 'node_modules/@swc/jest'),
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      },
    ],
  },
  collectCoverageFrom: ['src/domain/**/*.ts'],
  coverageThreshold: { global: { lines: 90, functions: 90, statements: 90 } },
};

function put(files: HostFiles): void {
  mkdirSync(scratch, { recursive: true });
  folder = mkdtempSync(join(scratch, 'service-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
