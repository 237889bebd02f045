import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import fc from 'fast-check';
import { readHostFiles } from './host-files.ts';
import { openWorkbench } from './workbench.ts';

const FEATURES = ['graceful-shutdown', 'health', 'logging', 'metrics', 'request-context', 'tracing'];

const root = join(__dirname, '../../..');
const fixtures = join(__dirname, '../fixtures');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));
const tier = 'advanced' as const;

const named = (names: readonly string[]) => names.map((name) => ({ name }));

describe.each(readdirSync(fixtures))('in %s', (name) => {
  const host = readHostFiles(join(fixtures, name));

  test('all that tells of a service: applied twice is applied once, and removed is as before', async () => {
    const once = await bench.run(host, { add: named(FEATURES), tier });
    expect(await bench.run(once, { add: named(FEATURES), tier })).toEqual(once);
    expect(await bench.remove(once, ...FEATURES)).toEqual(host);
  });
});

test('in any order, the same bytes', async () => {
  const host = readHostFiles(join(fixtures, 'parcels-express'));
  const together = await bench.run(host, { add: named(FEATURES), tier });
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(FEATURES, { minLength: FEATURES.length }), async (order) => {
      let files = host;
      for (const one of order) files = await bench.run(files, { add: named([one]), tier });
      expect({ ...files, 'joinery.json': '' }).toEqual({ ...together, 'joinery.json': '' });
    }),
    { numRuns: 4 },
  );
});

test('a client of a database that a feature brings is traced, and the second plan says the same', async () => {
  const host = readHostFiles(join(fixtures, 'parcels-express'));
  const add = named(['storage-postgres', 'tracing']);
  const once = await bench.run(host, { add, tier });
  expect(once['src/platform/index.ts']).toContain('tracePg');
  expect(await bench.run(once, { add, tier })).toEqual(once);
});

test.each(['parcels-express', 'invoices-koa'])(
  'in %s probes are answered on the admin port, too, or there only',
  async (name) => {
    const host = readHostFiles(join(fixtures, name));
    const metrics = { name: 'metrics' };
    const both = await bench.run(host, { add: [...named(['health']), metrics], tier: 'basic' });
    const first = await bench.run(host, { add: named(['health']), tier: 'basic' });
    expect(await bench.run(first, { add: [metrics] })).toEqual(both);
    const wanted = { name: 'health', options: { endpoint: 'admin' } };
    const only = await bench.run(host, { add: [wanted, metrics], tier: 'basic' });
    const composed = [both, only].map((files) => files['src/platform/index.ts'] ?? '');
    for (const text of composed)
      expect(text).toMatch(/metricsServer\.serve\((?:adminHealth\.)?healthRoutes\(health\)\)/);
    // Once for the service's port, once for the admin port.
    expect(composed.map((text) => text.split('healthRoutes(').length - 1)).toEqual([2, 1]);
    const alone = { name: 'metrics', options: { endpoint: 'service' } };
    await expect(bench.run(host, { add: [wanted, alone], tier: 'basic' })).rejects.toThrow('admin port');
    await expect(bench.run(host, { add: [wanted], tier: 'basic' })).rejects.toThrow('admin port');
  },
);
