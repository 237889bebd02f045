import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, readHostFiles } from './host-files.ts';
import { typeErrors } from './type-errors.ts';
import { openWorkbench } from './workbench.ts';

const root = join(__dirname, '../../..');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));
const host = readHostFiles(join(__dirname, '../fixtures/parcels-express'));
const KEPT = ['event-store', 'storage-postgres'];
const UPCASTS = 'src/platform/events/order.upcasts.ts';
type Fields = Readonly<Record<string, string>>;

const generate = (fields: Fields, more: readonly string[] = KEPT) => ({
  add: [
    { name: 'ddd-aggregate', entries: [{ option: 'aggregates', name: 'Order', value: { fields } }] },
    ...more.map((name) => ({ name })),
  ],
  tier: 'advanced' as const,
});

async function notes(files: HostFiles, fields: Fields): Promise<readonly string[]> {
  const plan = await bench.compose(files, generate(fields));
  if (plan.kind !== 'plan') throw new Error(JSON.stringify(plan));
  return plan.notes.filter(({ feature }) => feature === 'ddd-aggregate').map(({ text }) => text);
}

let folder = '';
afterEach(() => {
  if (folder !== '') rmSync(folder, { recursive: true });
  folder = '';
});

/** What the service makes of an event as it was stored. */
function revived(files: HostFiles, schemaVersion: number, data: object): unknown {
  const script = `import { eventTypes } from './src/platform/events/event-types.js';
import { upcasted } from './src/platform/events/upcasters.js';
import { Order } from './src/domain/order/order.js';
const event = { id: '1', type: 'order.created', aggregateId: 'o', aggregateVersion: 1, occurredAt: '2026-01-01T00:00:00Z' };
const read = upcasted({ ...event, ...${JSON.stringify({ schemaVersion, data })} }, eventTypes);
process.stdout.write(JSON.stringify([read.schemaVersion, Order.fromEvents('o' as never, [read as never]).state]));
`;
  // Inside the repository, so that tsx is found in its node_modules.
  mkdirSync(join(__dirname, '../dist'), { recursive: true });
  folder = mkdtempSync(join(__dirname, '../dist/grown-'));
  for (const [path, text] of Object.entries({ ...files, 'old-event.ts': script })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const ran = spawnSync(process.execPath, ['--import', 'tsx', 'old-event.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  folder = '';
  expect(ran.stderr).toBe('');
  return JSON.parse(ran.stdout);
}

test('where an event gains a field and no schema, the plan says what stored events lack', async () => {
  const first = await bench.run(host, generate({ customer: 'text' }));
  expect(await notes(host, { customer: 'text' })).toEqual([]);
  expect(await notes(first, { customer: 'text' })).toEqual([]);
  expect(await notes(first, { dueAt: 'time', note: 'text?' })).toEqual([
    expect.stringMatching(
      /^Events `order\.created` that were stored before lack `dueAt`, `note`\. .*"dueAt": "…@2"/,
    ),
  ]);
  expect(await notes(first, { dueAt: 'time@2' })).toEqual([
    expect.stringMatching(/schema 2 now\. Correct what `events\/order\.upcasts\.ts` fills/),
  ]);
});

test('where an entity or a value gains a part, the plan says what was stored without it', async () => {
  const aggregate = { Order: { fields: { lines: 'Line[]', at: 'Place?' } } };
  const options = (line: Fields, place: Fields) => ({
    aggregates: aggregate,
    entities: { Line: { of: 'Order', fields: line } },
    valueObjects: { Place: { fields: place } },
  });
  const add = (line: Fields, place: Fields) => ({
    add: [
      { name: 'ddd-aggregate', options: options(line, place) },
      { name: 'ddd-repository' },
      { name: 'storage-postgres' },
    ],
    tier: 'advanced' as const,
  });
  const first = await bench.run(host, add({ sku: 'text' }, { city: 'text' }));
  const plan = await bench.compose(
    first,
    add({ sku: 'text', note: 'text?', count: 'integer' }, { city: 'text', floor: 'text?' }),
  );
  expect(plan.kind === 'plan' && plan.notes.map(({ text }) => text)).toEqual([
    expect.stringMatching(
      /^Each `Line` that was stored before .* lacks `count`\..*`Line\.of`.*or let it be null\.$/,
    ),
    expect.stringMatching(/^Each `Place` that was stored before .* lacks `floor`\..*`Place\.of`.*then\.$/),
  ]);
});

test('a field that came with a schema is filled into events that were stored before, and into no others', async () => {
  const first = await bench.run(host, generate({ customer: 'text' }));
  expect(first).not.toHaveProperty([UPCASTS]);
  const second = await bench.run(first, generate({ dueAt: 'time?@2', total: 'Money@2' }));
  expect(typeErrors(second)).toBe('');
  expect(second['src/domain/order/order.ts']).toContain("type: 'order.created', schemaVersion: 2");
  const total = { amount: 0, currency: 'EUR' };
  expect(revived(second, 1, { customer: 'ada' })).toEqual([2, { customer: 'ada', dueAt: null, total }]);
  const dueAt = '2030-01-01T00:00:00.000Z';
  expect(revived(second, 1, { customer: 'ada', dueAt })).toEqual([2, { customer: 'ada', dueAt, total }]);

  const corrected = { ...second, [UPCASTS]: (second[UPCASTS] ?? '').replace('amount: 0', 'amount: 5') };
  const third = await bench.run(corrected, generate({ city: 'text@3' }));
  expect(typeErrors(third)).toBe('');
  const now = { customer: 'ada', dueAt: null, total: { ...total, amount: 5 }, city: 'unknown' };
  expect(revived(third, 1, { customer: 'ada' })).toEqual([3, now]);
});

test('it makes no difference in how many steps fields came, nothing changes twice, and all of it can go', async () => {
  const steps = [{ customer: 'text' }, { dueAt: 'time@2' }, { city: 'text?@3' }];
  let files: HostFiles = host;
  for (const step of steps) files = await bench.run(files, generate(step));
  expect(await bench.run(files, generate({ city: 'text?@3' }))).toEqual(files);
  expect(files).toEqual(await bench.run(host, generate(Object.assign({}, ...steps))));
  const without = await bench.remove(files, ...KEPT);
  expect(without).not.toHaveProperty([UPCASTS]);
  expect(without).toEqual(await bench.run(host, generate(Object.assign({}, ...steps), [])));
  expect(await bench.remove(files, 'ddd-aggregate', ...KEPT)).toEqual(host);
});
