import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, readHostFiles } from './host-files.ts';
import { typeErrors } from './type-errors.ts';
import { openWorkbench } from './workbench.ts';

/** The features of the domain, each with what it needs. */
const FEATURES = [
  'adr',
  'api-openapi',
  'architecture-check',
  'ddd-aggregate',
  'ddd-bounded-context',
  'ddd-core',
  'ddd-cqrs',
  'input-validation',
  'problem-errors',
  'request-context',
  'resilience',
];

const root = join(__dirname, '../../..');
const fixtures = join(__dirname, '../fixtures');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));
const tier = 'advanced' as const;

describe.each(readdirSync(fixtures))('in %s', (name) => {
  const host = readHostFiles(join(fixtures, name));
  test('all of them together: applied twice is applied once, removed is as before, and it type-checks', async () => {
    const add = FEATURES.map((feature) => ({ name: feature }));
    const once = await bench.run(host, { add, tier });
    expect(await bench.run(once, { add, tier })).toEqual(once);
    expect(typeErrors(once)).toBe('');
    expect(await bench.remove(once, ...FEATURES)).toEqual(host);
  });
});

test.each(FEATURES)('%s alone type-checks, and leaves nothing behind', async (feature) => {
  const host = readHostFiles(join(fixtures, 'parcels-express'));
  const added = await bench.run(host, { add: [{ name: feature }], tier });
  expect(typeErrors(added)).toBe('');
  expect(await bench.remove(added, feature)).toEqual(host);
});

test('a service of Nest that has a bus of commands keeps it, with what is around ours', async () => {
  const host = readHostFiles(join(fixtures, 'tickets-nest'));
  const text = host['package.json']?.replace(
    '"reflect-metadata"',
    '"@nestjs/cqrs": "^11.0.0",\n    "reflect-metadata"',
  );
  const withBus = { ...host, 'package.json': text ?? '' };
  const added = await bench.run(withBus, { add: [{ name: 'ddd-cqrs' }], tier });
  expect(added['src/application/nest-commands.ts']).toContain('class NestCommands');
  expect(added['package.json']?.match(/@nestjs\/cqrs/g)).toHaveLength(1);
  expect(typeErrors(added)).toBe('');
  expect(await bench.remove(added, 'ddd-cqrs')).toEqual(withBus);
  const without = await bench.run(host, { add: [{ name: 'ddd-cqrs' }], tier });
  expect(Object.keys(without)).not.toContain('src/application/nest-commands.ts');
}, 60_000);

test('each decision that a feature brings has a record with a number of its own, which stays when others go', async () => {
  const host = readHostFiles(join(fixtures, 'parcels-express'));
  const add = [...FEATURES, 'ddd-repository', 'storage-postgres'].map((name) => ({ name }));
  const all = await bench.run(host, { add, tier });
  const records = recordsIn(all);
  expect(Object.keys(records).length).toBeGreaterThan(4);
  expect(new Set(Object.values(records)).size).toBe(Object.keys(records).length);
  const fewer = await bench.remove(all, 'ddd-cqrs', 'architecture-check');
  const left = recordsIn(fewer);
  expect(Object.keys(left).length).toBe(Object.keys(records).length - 2);
  expect(left).toEqual(Object.fromEntries(Object.keys(left).map((name) => [name, records[name]])));
  for (const files of [all, fewer]) {
    const index = [...(files['docs/adr/README.md'] ?? '').matchAll(/\((\d{4}-[\w-]+\.md)\)/g)];
    expect(index.map(([, file]) => file).sort()).toEqual(filesOf(files));
  }
});

function filesOf(files: HostFiles): readonly string[] {
  return Object.keys(files).flatMap((path) => /^docs\/adr\/(\d{4}-.*)$/.exec(path)?.[1] ?? []);
}

/** The records by name, each with its number. */
function recordsIn(files: HostFiles): Readonly<Record<string, string>> {
  return Object.fromEntries(filesOf(files).map((file) => [file.slice(5), file.slice(0, 4)]));
}
