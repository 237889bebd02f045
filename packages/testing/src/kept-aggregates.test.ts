import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, readHostFiles } from './host-files.ts';
import { typeErrors } from './type-errors.ts';
import { openWorkbench } from './workbench.ts';

const root = join(__dirname, '../../..');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));

test('an aggregate that is kept has its table made column by column, and its events known', async () => {
  const host = readHostFiles(join(__dirname, '../fixtures/parcels-express'));
  const fields = {
    customer: 'text',
    dueAt: 'date?',
    lines: 'OrderLine[]',
    shipment: 'Shipment?',
    tags: 'enum(gift|express)[]',
    sharedWith: 'CustomerId[]',
  };
  const aggregates = { Order: { fields }, Customer: { fields: { name: 'text' }, context: 'people' } };
  const entities = {
    OrderLine: { of: 'Order', fields: { sku: 'text', price: 'Money?', note: 'text?', similar: 'OrderId[]' } },
    Shipment: { of: 'Order', fields: { to: 'CustomerId?', insured: 'Money' } },
  };
  const add = [
    { name: 'ddd-aggregate', options: { aggregates, entities } },
    ...['ddd-repository', 'event-store', 'storage-postgres'].map((name) => ({ name })),
  ];
  const after = await bench.run(host, { add, tier: 'advanced' });
  expect(typeErrors(after)).toBe('');
  expect(Object.keys(after).filter((path) => path.startsWith('migrations/'))).toEqual([
    'migrations/0100_event_store.sql',
    'migrations/1000_customers.sql',
    'migrations/1000_customers_name.sql',
    'migrations/1000_orders.sql',
    ...['customer', 'due_at', 'lines', 'shared_with', 'shipment', 'tags'].map(
      (column) => `migrations/1000_orders_${column}.sql`,
    ),
  ]);
  expect(after['migrations/1000_orders_lines.sql']).toContain(
    `alter table "orders" add column "lines" jsonb not null default '[]';`,
  );
  expect(after['migrations/1000_orders_shipment.sql']).toContain('add column "shipment" jsonb;');
  expect(savedAndLoaded(after)).toEqual([true, 'There is no Order other.', 1]);
  expect(after['src/platform/events/event-types.ts']).toContain("['order.created', { schemaVersion: 1 }]");
});

/** Whether the repository gives back an order as it was saved, all of its parts included. */
function savedAndLoaded(files: HostFiles): unknown {
  const script = `import { isDeepStrictEqual } from 'node:util';
import { identifier } from './src/domain/kernel/identifier.js';
import { specifications } from './src/domain/kernel/specification.js';
import { Order } from './src/domain/order/order.js';
import { OrderLine } from './src/domain/order/order-line.js';
import { Shipment } from './src/domain/order/shipment.js';
import { Money } from './src/domain/values/money.js';
import { orderTable, type OrderRow } from './src/infrastructure/order/order.table.js';
import { createCollectionRepository, memoryCollection } from './src/infrastructure/repository/memory-repository.js';

const price = Money.of({ amount: 5, currency: 'EUR' });
const line = (id: string, part: object) =>
  new OrderLine(identifier(id), { sku: id, price: null, note: null, similar: [], ...part });
const order = Order.create(identifier('one'), {
  customer: 'ada',
  dueAt: null,
  lines: [line('b', { price }), line('a', { note: 'soft', similar: [identifier('two')] })],
  shipment: new Shipment(identifier('s'), { to: null, insured: price }),
  tags: ['gift', 'express', 'gift'],
  sharedWith: [],
}, { now: () => new Date(0), nextId: () => 'e' });
// What is stored is JSON.
const kept = memoryCollection<OrderRow>();
const stored = {
  all: async () => new Map<string, never>(JSON.parse(JSON.stringify([...(await kept.all())]))),
  change: kept.change,
};
const orders = createCollectionRepository(stored, orderTable);
await orders.save(order);
const missing = await orders.get('other').catch((error) => error.message);
const loaded = await orders.get('one');
const found = await orders.countBy(specifications<OrderRow>().equals('customer', 'ada'));
process.stdout.write(JSON.stringify([isDeepStrictEqual(loaded.state, order.state), missing, found]));
`;
  // Inside the repository, so that tsx is found in its node_modules.
  mkdirSync(join(__dirname, '../dist'), { recursive: true });
  const folder = mkdtempSync(join(__dirname, '../dist/kept-'));
  try {
    for (const [path, text] of Object.entries({ ...files, 'saved-and-loaded.mts': script })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const ran = spawnSync(process.execPath, ['--import', 'tsx', 'saved-and-loaded.mts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    return JSON.parse(ran.stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
