import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, readHostFiles } from './host-files.ts';
import { typeErrors } from './type-errors.ts';
import { openWorkbench } from './workbench.ts';

/** Sets of features that keep and send data; each set goes into every fixture. */
const SETS: readonly string[][] = [
  ['storage-file', 'ddd-repository', 'health', 'metrics'],
  [
    'storage-sqlite',
    'ddd-repository',
    'event-projections',
    'outbox',
    'idempotency',
    'cache-redis',
    'problem-errors',
    'health',
    'metrics',
  ],
  [
    'storage-postgres',
    'ddd-repository',
    'event-projections',
    'outbox',
    'problem-errors',
    'health',
    'metrics',
  ],
];

const root = join(__dirname, '../../..');
const fixtures = join(__dirname, '../fixtures');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));
const tier = 'enterprise' as const;

describe.each(readdirSync(fixtures))('in %s', (name) => {
  const host = onNode('>=22.13.0', readHostFiles(join(fixtures, name)));

  test.each(SETS)(
    '%s and more: type-checks, applied twice is applied once, removed is as before',
    async (...features) => {
      const add = features.map((feature) => ({ name: feature }));
      const once = await bench.run(host, { add, tier });
      expect(typeErrors(once)).toBe('');
      expect(await bench.run(once, { add, tier })).toEqual(once);
      expect(await bench.remove(once, ...features)).toEqual(host);
    },
  );
});

describe('storages', () => {
  const host = readHostFiles(join(fixtures, 'parcels-express'));
  const current = onNode('>=22.13.0', host);
  const unsolvable = async (files: HostFiles, ...names: readonly string[]) => {
    const composed = await bench.compose(files, { add: names.map((name) => ({ name })), tier });
    if (composed.kind !== 'unsolvable') throw new Error(`${composed.kind} was not expected`);
    return composed.resolution;
  };

  test('two of them exclude each other, and every fix offered works', async () => {
    const { explanation, fixes } = await unsolvable(current, 'storage-sqlite', 'storage-postgres');
    expect(explanation).toEqual([
      "Because `storage-postgres` 1.0.0 must be the only provider of `storage`, which `storage-sqlite` 1.0.0 provides too, and you asked for `storage-sqlite`, `storage-postgres` 1.0.0 can't be used.",
      'And because you asked for `storage-postgres`, there is a conflict.',
    ]);
    expect(fixes.map(({ change }) => change)).toEqual([
      'leave out `storage-postgres`',
      'leave out `storage-sqlite`',
    ]);
    for (const { request } of fixes) {
      const add = Object.keys(request.features).map((name) => ({ name }));
      expect(await bench.compose(current, { add, tier })).toMatchObject({ kind: 'plan' });
    }
  });

  test('SQLite is refused below Node.js 22.13, with the place that promises less', async () => {
    const { explanation, fixes } = await unsolvable(onNode('>=20', host), 'storage-sqlite');
    expect(explanation).toEqual([
      "Because `storage-sqlite` 1.0.0 needs node >=22.13.0 and the host has node 20.0.0 in package.json#engines.node, `storage-sqlite` 1.0.0 can't be used.",
      'And because you asked for `storage-sqlite`, there is a conflict.',
    ]);
    expect(fixes.map(({ change }) => change)).toEqual([
      'raise `engines.node` in package.json to `>=22.13`',
      'use `storage-postgres` instead of `storage-sqlite`',
    ]);
    expect(await bench.compose(host, { add: [{ name: 'storage-postgres' }], tier })).toMatchObject({
      kind: 'plan',
    });
  });

  test('one command moves from SQLite to PostgreSQL, keeps what people wrote and edited, and names the data left', async () => {
    const bare = await bench.run(
      { ...current, 'src/lamps.ts': LAMPS },
      { ...adding('storage-sqlite'), tier },
    );
    const repository = bare[REPOSITORY] ?? '';
    const edited = repository.replace('pageSize(size);', 'Math.min(pageSize(size), 50);');
    expect(edited).not.toBe(repository);
    const before: HostFiles = { ...bare, [REPOSITORY]: edited };
    expect(typeErrors(before)).toBe('');
    const request = { ...adding('storage-postgres'), remove: ['storage-sqlite'], tier };
    const after = await bench.run(before, request);
    expect(typeErrors(after)).toBe('');
    for (const path of ['src/lamps.ts', REPOSITORY, 'src/platform/storage/storage.ts']) {
      expect([path, after[path]]).toEqual([path, before[path]]);
    }
    expect(Object.keys(after).filter((path) => path.includes('sqlite'))).toEqual([]);
    const text = expect.stringMatching(
      /neither moved nor deleted: it stays in `data\/service\.sqlite`.*Copy/,
    );
    const plan = await bench.compose(before, request);
    expect(plan).toMatchObject({ notes: expect.arrayContaining([{ feature: 'storage-sqlite', text }]) });
    expect(await bench.compose(after, { tier })).toMatchObject({ kind: 'plan', changes: [], notes: [] });
  });
});

const REPOSITORY = 'src/infrastructure/repository/sql-repository.ts';

/** People's own code over the storage and a repository. */
const LAMPS = `import { AggregateRoot } from './domain/kernel/aggregate-root.js';
import type { Fact } from './domain/kernel/domain-event.js';
import { createRepository, storage } from './platform/index.js';

class Lamp extends AggregateRoot<string, Fact<'lamp.lit', { watts: number }>> {
  watts = 0;
  static stored(id: string, version: number, { watts }: { watts: number }): Lamp {
    const lamp = new Lamp(id);
    lamp.watts = watts;
    lamp.restore(version);
    return lamp;
  }
  protected when({ data }: Fact<'lamp.lit', { watts: number }>): void {
    this.watts = data.watts;
  }
}

export const lamps = createRepository({
  name: 'lamps',
  kind: 'Lamp',
  columns: { watts: 'integer' },
  stateOf: ({ watts }: Lamp) => ({ watts }),
  restore: Lamp.stored,
});
export const count = (): Promise<readonly unknown[]> => storage.query('select count(*) from lamps');
`;

/** A storage, and the repositories over it. */
function adding(storage: string) {
  return { add: ['ddd-repository', storage].map((name) => ({ name })) };
}

/** The host, promising to run on these versions of Node.js. */
function onNode(range: string, host: HostFiles): HostFiles {
  const json = JSON.parse(host['package.json'] ?? '{}');
  return { ...host, 'package.json': `${JSON.stringify({ ...json, engines: { node: range } }, null, 2)}\n` };
}
