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

test('where an event gains a field, the plan says what stored ones lack, and how to fill it', async () => {
  const host = readHostFiles(join(__dirname, '../fixtures/parcels-express'));
  const generate = (fields: Readonly<Record<string, string>>) => ({
    add: [
      { name: 'ddd-aggregate', entries: [{ option: 'aggregates', name: 'Order', value: { fields } }] },
      ...['event-store', 'storage-postgres'].map((name) => ({ name })),
    ],
    tier: 'advanced' as const,
  });
  const notes = async (files: typeof host, fields: Readonly<Record<string, string>>) => {
    const plan = await bench.compose(files, generate(fields));
    return plan.kind === 'plan' ? plan.notes.filter(({ feature }) => feature === 'ddd-aggregate') : plan;
  };
  expect(await notes(host, { customer: 'text' })).toEqual([]);
  const first = await bench.run(host, generate({ customer: 'text' }));
  const grown = { dueAt: 'time', total: 'Money' };
  const [said] = Object.values(await notes(first, grown));
  expect(said).toEqual({
    feature: 'ddd-aggregate',
    text: expect.stringMatching(/^Events `order\.created` that were stored before lack `dueAt`, `total`\. /),
  });
  const after = await bench.run(first, generate(grown));
  expect(await notes(after, grown)).toEqual([]);
  const own = 'src/platform/events/own-event-types.ts';
  const [snippet = ''] = /'order\.created': .*(?=`$)/.exec(said.text) ?? [];
  expect(snippet).toContain(
    "({ ...data, dueAt: '1970-01-01T00:00:00.000Z', total: { amount: 0, currency: 'EUR' } })",
  );
  const written = (after[own] ?? '').replace('= {}', `= {\n  ${snippet}\n}`);
  expect(written).toContain(snippet);
  expect(typeErrors({ ...after, [own]: written })).toBe('');
}, 60_000);
