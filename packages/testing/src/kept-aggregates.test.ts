import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { readHostFiles } from './host-files.ts';
import { typeErrors } from './type-errors.ts';
import { openWorkbench } from './workbench.ts';

const root = join(__dirname, '../../..');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));

test('an aggregate that is kept has its table made column by column, and its events known', async () => {
  const host = readHostFiles(join(__dirname, '../fixtures/parcels-express'));
  const aggregates = { Order: { fields: { customer: 'text', dueAt: 'date?' } } };
  const add = [
    { name: 'ddd-aggregate', options: { aggregates } },
    ...['ddd-repository', 'event-store', 'storage-postgres'].map((name) => ({ name })),
  ];
  const after = await bench.run(host, { add, tier: 'advanced' });
  expect(typeErrors(after)).toBe('');
  expect(Object.keys(after).filter((path) => path.startsWith('migrations/'))).toEqual([
    'migrations/0100_event_store.sql',
    'migrations/1000_orders.sql',
    'migrations/1000_orders_customer.sql',
    'migrations/1000_orders_due_at.sql',
  ]);
  expect(after['src/platform/events/event-types.ts']).toContain("['order.created', { schemaVersion: 1 }]");
}, 60_000);
