import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, readHostFiles } from './host-files.ts';
import { typeErrors } from './type-errors.ts';
import { openWorkbench } from './workbench.ts';

const root = join(__dirname, '../../..');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));
const host: HostFiles = {
  ...readHostFiles(join(__dirname, '../fixtures/parcels-express')),
  'src/pricing/pricing.ts': `import { type Rate, rates } from './rates.js';

/** What a parcel costs. */
export const price = (weight: number): Rate => weight * (rates[0] ?? 1); // by weight
`,
  'src/pricing/pricing.test.ts': `import test from 'node:test';
import { price } from './pricing.js';

test('by weight', () => void price(1));
`,
  'src/pricing/rates.ts': 'export type Rate = number;\r\nexport const rates: readonly Rate[] = [2];\r\n',
  'src/quote.ts': `import { price } from "./pricing/pricing.js"
export const quote = async () => [price(2), (await import('./pricing/rates.js')).rates]
`,
};
const CONTEXTS = { sales: { about: 'Offers and prices' }, billing: {} };
const tier = 'advanced' as const;
const contexts = (options: object) => ({
  name: 'ddd-bounded-context',
  options: { contexts: CONTEXTS, ...options },
});
const aggregate = (context?: string) => ({
  name: 'ddd-aggregate',
  options: {
    aggregates: { Order: { fields: { total: 'Money' }, ...(context === undefined ? {} : { context }) } },
  },
});

describe('a file of people’s that goes into a context', () => {
  const moves = { pricing: { file: 'src/pricing/pricing.ts', context: 'sales' } };

  test('takes its test and every import of it along, changes nothing twice, and comes back to the byte', async () => {
    const moved = await bench.run(host, { add: [contexts({ moves })], tier });
    expect(moved['src/contexts/sales/domain/pricing.ts']).toBe(
      host['src/pricing/pricing.ts']?.replace('./rates.js', '../../../pricing/rates.js'),
    );
    expect(moved['src/contexts/sales/domain/pricing.test.ts']).toBe(host['src/pricing/pricing.test.ts']);
    expect(moved['src/quote.ts']).toBe(
      host['src/quote.ts']?.replace('./pricing/pricing.js', './contexts/sales/domain/pricing.js'),
    );
    expect(moved['src/pricing/pricing.ts']).toBeUndefined();
    expect(typeErrors(moved)).toBe('');
    expect(await bench.run(moved, { add: [contexts({ moves })], tier })).toEqual(moved);
    expect(await bench.remove(moved, 'ddd-bounded-context')).toEqual(host);
  });

  test('may be a folder, and may go on to another context', async () => {
    const all = { pricing: { file: 'src/pricing', context: 'sales', layer: 'application' } };
    const moved = await bench.run(host, { add: [contexts({ moves: all })], tier });
    const inSales = 'src/contexts/sales/application/pricing/pricing.ts';
    expect(moved[inSales]).toBe(host['src/pricing/pricing.ts']);
    expect(typeErrors(moved)).toBe('');
    const later = { ...moved, [inSales]: `${moved[inSales]}// later\n` };
    const onward = { pricing: { file: 'src/pricing', context: 'billing' } };
    const again = await bench.run(later, { add: [contexts({ moves: onward })], tier });
    expect(again['src/contexts/billing/domain/pricing/pricing.ts']).toBe(later[inSales]);
    expect(again['src/quote.ts']).toContain("import('./contexts/billing/domain/pricing/rates.js')");
    expect(await bench.remove(again, 'ddd-bounded-context')).toEqual({
      ...host,
      'src/pricing/pricing.ts': `${host['src/pricing/pricing.ts']}// later\n`,
    });
  });

  test.each([
    ['src/nowhere.ts', /there is nothing there/],
    ['src/server.ts', /it starts the service/],
    ['../outside.ts', /outside the service/],
    ['src/pricing/pricing.ts', /there is a `src\/contexts\/sales\/domain\/pricing.ts` already/],
  ])('%s cannot: a clear error', async (file, why) => {
    const there = { ...host, 'src/contexts/sales/domain/pricing.ts': 'export {};\n' };
    const composed = await bench.compose(there, {
      add: [contexts({ moves: { it: { file, context: 'sales' } } })],
      tier,
    });
    expect(composed).toMatchObject({ kind: 'problem', found: expect.stringMatching(why) });
  });
});

test('an aggregate that people have edited goes into a context with their edits, and who uses it follows', async () => {
  const order = 'src/domain/order/order.ts';
  const added = await bench.run(host, { add: [aggregate()], tier });
  const edited: HostFiles = {
    ...added,
    [order]: `import { price } from '../../pricing/pricing.js';\n${added[order]?.replace('  get total()', '  /** In parcels. */\n  get weight(): number {\n    return price(1);\n  }\n\n  get total()')}`,
    'src/place.ts': `import { Order } from './domain/order/order.js';
import type { OrderState } from './domain/order/order.state.js';
export const of = (state: OrderState) => [Order, state];
`,
  };
  expect(typeErrors(edited)).toBe('');
  const moved = await bench.run(edited, { add: [aggregate('sales'), contexts({})], tier });
  const there = moved['src/contexts/sales/domain/order/order.ts'];
  expect(there).toContain("import { price } from '../../../../pricing/pricing.js';");
  expect(there).toContain('/** In parcels. */\n  get weight()');
  expect(moved['src/place.ts']).toContain("from './contexts/sales/domain/order/order.js'");
  expect(Object.keys(moved).filter((path) => path.startsWith('src/domain/order/'))).toEqual([]);
  expect(typeErrors(moved)).toBe('');
  expect(await bench.run(moved, { add: [aggregate('sales'), contexts({})], tier })).toEqual(moved);
  const back = await bench.run(moved, { add: [aggregate()], remove: ['ddd-bounded-context'], tier });
  expect({ ...back, 'joinery.json': '' }).toEqual({ ...edited, 'joinery.json': '' });
});

describe('two contexts', () => {
  const relations = { heard: { upstream: 'sales', downstream: 'billing', events: ['order.created'] } };
  let folder = '';
  afterEach(() => rmSync(folder, { recursive: true }));
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });

  test('hear of each other through the mapper, and fail the check when one reaches past the other’s door', async () => {
    const files = await bench.run(
      {
        ...host,
        'package.json': host['package.json']?.replace('"start"', '"test": "node --test",\n    "start"') ?? '',
      },
      { add: [aggregate('sales'), contexts({ relations }), { name: 'architecture-check' }], tier },
    );
    expect(files['src/contexts/CONTEXT-MAP.md']).toContain(
      '| `sales` | `billing` | anti-corruption | `order.created` | [`from-sales.ts`](billing/infrastructure/from-sales.ts) |',
    );
    const door = 'src/contexts/sales/index.ts';
    folder = put({
      ...files,
      [door]: `${files[door]}export { Order } from './domain/order/order.js';\n`,
      'src/contexts/billing/application/bill.ts': 'export const bills: string[] = [];\n',
      'src/contexts/billing/infrastructure/reaches.test.ts': REACHES,
    });
    const tests = ['from-sales.test.ts', 'reaches.test.ts'].map(
      (name) => `src/contexts/billing/infrastructure/${name}`,
    );
    const { status, stdout } = run('--import', 'tsx', '--test', ...tests);
    expect([status, status === 0 ? '' : stdout]).toEqual([0, '']);
    const check = join(folder, 'scripts/check-architecture.mjs');
    expect(run(check)).toMatchObject({ status: 0, stderr: '' });
    writeFileSync(
      join(folder, 'src/contexts/billing/application/bill.ts'),
      "import { Order } from '../../sales/domain/order/order.js';\nexport const bill = [Order];\n",
    );
    expect(run(check)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(
        'src/contexts/billing/application/bill.ts:1  reaches past the door of the context sales; allowed: contexts/sales/index',
      ),
    });
  });
});

/** What happens to an aggregate of sales is heard in billing. */
const REACHES = `import { deepEqual } from 'node:assert';
import test from 'node:test';
import { identifier, uuidV7 } from '../../../domain/kernel/identifier.js';
import { Money } from '../../../domain/values/money.js';
import { Order } from '../../sales/index.js';
import { bills } from '../application/bill.js';
import { hearSales } from './from-sales.js';

test('an event of sales reaches billing', async () => {
  const context = { now: () => new Date(0), nextId: uuidV7({ now: () => 0, random: (bytes) => new Uint8Array(bytes) }) };
  const order = Order.create(identifier('1'), { total: Money.of({ amount: 1, currency: 'EUR' }) }, context);
  const consume = hearSales(async ({ type }) => void bills.push(type));
  for (const event of order.uncommitted) await consume(event);
  deepEqual(bills, ['sales.order-created']);
});
`;

function put(files: HostFiles): string {
  // Inside the repository, so that the tests find tsx in its node_modules.
  const scratch = join(__dirname, '../dist/contexts');
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, 'service-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
