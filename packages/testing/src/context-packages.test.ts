import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { diskTree, openCatalog } from '@joinery/catalog';
import { type HostFiles, readHostFiles } from './host-files.ts';
import { openWorkbench } from './workbench.ts';

const root = join(__dirname, '../../..');
const workspaces = join(__dirname, '../workspaces/fixtures');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));
const tier = 'advanced' as const;
const CONTEXTS = { sales: {}, billing: {} };
const add = (options: object = {}) => [
  { name: 'ddd-bounded-context', options: { contexts: CONTEXTS, ...options } },
  {
    name: 'ddd-aggregate',
    options: { aggregates: { Offer: { fields: { price: 'Money' }, context: 'sales' } } },
  },
];
const parsed = (files: HostFiles, path: string) => JSON.parse(files[path] ?? '{}');

let folder = '';
afterEach(() => {
  if (folder !== '') rmSync(folder, { recursive: true });
  folder = '';
});

describe('in a workspace of packages, a context is one', () => {
  const host = readHostFiles(join(workspaces, 'depot-npm'));

  test('its manifest has one door, the workspace lists it, the service depends on it, and all of that goes again', async () => {
    const added = await bench.run(host, { add: add(), tier });
    expect(parsed(added, 'src/contexts/sales/package.json')).toEqual({
      name: '@yard/depot-sales',
      version: '0.0.0',
      private: true,
      exports: { '.': { types: './index.ts', default: './compiled-door.js' } },
      scripts: { typecheck: 'tsc -p tsconfig.context.json' },
      devDependencies: { typescript: '^5.9.0' },
    });
    expect(parsed(added, '../../package.json').workspaces).toEqual([
      'services/*',
      'apps/service/src/contexts/*',
    ]);
    expect(parsed(added, 'package.json').dependencies).toMatchObject({
      '@yard/depot-billing': '*',
      '@yard/depot-sales': '*',
    });
    expect(await bench.run(added, { add: add(), tier })).toEqual(added);
    expect(await bench.remove(added, 'ddd-bounded-context', 'ddd-aggregate')).toEqual(host);
  });

  test.each(['module', undefined])(
    'of type %s, its name means what the service has loaded, and nothing past the door',
    async (type) => {
      const typed = {
        ...host,
        'package.json': `${JSON.stringify({ ...parsed(host, 'package.json'), ...(type && { type }) }, null, 2)}\n`,
        ...(type === undefined
          ? {}
          : { 'src/main.ts': host['src/main.ts']?.replace("'./build-depot'", "'./build-depot.js'") ?? '' }),
      };
      const added = await bench.run(typed, { add: add(), tier });
      const js = type === undefined ? '' : '.js';
      const index = 'src/contexts/sales/index.ts';
      const service = put({
        ...added,
        [index]: `${added[index]}export { Offer } from './domain/offer/offer${js}';\n`,
        'src/uses.ts': `import { Offer } from '@yard/depot-sales';
import { Offer as Same } from './contexts/sales/index${js}';
console.log(Offer === Same, Offer.name);
`,
      });
      const tsc = join(root, 'node_modules/typescript/bin/tsc');
      expect(run(service, tsc, '-p', '.', '--strict', '--exactOptionalPropertyTypes').stdout).toBe('');
      expect(run(service, 'out/uses.js')).toMatchObject({ stdout: 'true Offer\n' });
      const alone = () => run(service, tsc, '-p', 'src/contexts/sales/tsconfig.context.json').stdout;
      writeFileSync(join(service, 'src/contexts/billing/broken.ts'), 'export const a: string = 1;\n');
      expect(alone()).toBe('');
      writeFileSync(join(service, 'src/contexts/sales/broken.ts'), 'export const a: string = 1;\n');
      expect(alone()).toContain('src/contexts/sales/broken.ts(1,14): error TS2322');
      rmSync(join(service, 'src/contexts/billing/broken.ts'));
      rmSync(join(service, 'src/contexts/sales/broken.ts'));
      writeFileSync(
        join(service, 'src/past.ts'),
        "import { Offer } from '@yard/depot-sales/domain/offer/offer';\nconsole.log(Offer);\n",
      );
      expect(run(service, tsc, '-p', '.').stdout).toContain(
        "src/past.ts(1,23): error TS2307: Cannot find module '@yard/depot-sales/domain/offer/offer'",
      );
      expect(run(service, 'out/past.js').stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
      expect(diskTree(service, '../..').place).toBe('services/depot');
    },
  );
});

test('with pnpm the workspace file lists it, and the service asks for the workspace’s own', async () => {
  const host: HostFiles = {
    ...readHostFiles(join(workspaces, 'depot-npm')),
    '../../pnpm-workspace.yaml': 'packages:\n  - services/* # ours\n',
    '../../pnpm-lock.yaml': '',
  };
  const added = await bench.run(host, { add: add(), tier });
  expect(added['../../pnpm-workspace.yaml']).toBe(
    'packages:\n  - services/* # ours\n  - apps/service/src/contexts/*\n',
  );
  expect(parsed(added, 'package.json').dependencies['@yard/depot-sales']).toBe('workspace:*');
  expect(await bench.remove(added, 'ddd-bounded-context', 'ddd-aggregate')).toEqual(host);
});

test('in Nx a context is a library with tags, and a path leads to its door', async () => {
  const host = readHostFiles(join(workspaces, 'rates-nx'));
  const added = await bench.run(host, { add: add(), tier });
  expect(parsed(added, 'src/contexts/sales/project.json')).toEqual({
    $schema: '../../../../../node_modules/nx/schemas/project-schema.json',
    name: 'service-sales',
    projectType: 'library',
    sourceRoot: 'apps/service/src/contexts/sales',
    tags: ['scope:sales', 'layer:context'],
    targets: {
      typecheck: {
        command: 'tsc -p apps/service/src/contexts/sales/tsconfig.context.json',
        cache: true,
      },
    },
  });
  expect(parsed(added, 'src/contexts/sales/tsconfig.context.json')).toMatchObject({
    extends: '../../../tsconfig.json',
    compilerOptions: { noEmit: true },
  });
  expect(parsed(added, '../../tsconfig.base.json').compilerOptions.paths).toEqual({
    '@bank/service-billing': ['./apps/service/src/contexts/billing/index.ts'],
    '@bank/service-sales': ['./apps/service/src/contexts/sales/index.ts'],
  });
  expect(await bench.run(added, { add: add(), tier })).toEqual(added);
  expect(await bench.remove(added, 'ddd-bounded-context', 'ddd-aggregate')).toEqual(host);
});

test('the form can be chosen, and one that the host has no place for is refused', async () => {
  const depot = readHostFiles(join(workspaces, 'depot-npm'));
  const folders = await bench.run(depot, { add: add({ form: 'folder' }), tier });
  expect(folders['src/contexts/sales/package.json']).toBeUndefined();
  const alone = readHostFiles(join(__dirname, '../fixtures/parcels-express'));
  for (const [host, form, why] of [
    [depot, 'nx-library', /in no workspace of Nx/],
    [alone, 'package', /the service is in no workspace/],
    [readHostFiles(join(workspaces, 'rates-nx')), 'package', /lists no packages/],
  ] as const)
    expect(await bench.compose(host, { add: add({ form }), tier })).toMatchObject({
      id: 'input-refused',
      found: expect.stringMatching(why),
    });
});

function run(service: string, ...words: readonly string[]) {
  return spawnSync(process.execPath, words, { cwd: service, encoding: 'utf8' });
}

/** Write a workspace, its packages linked as an install does; the folder of the service. */
function put(files: HostFiles): string {
  // Inside the repository, so that the compiler finds the frameworks' types in its node_modules.
  const scratch = join(__dirname, '../dist/context-packages');
  mkdirSync(scratch, { recursive: true });
  folder = mkdtempSync(join(scratch, 'workspace-'));
  const service = join(folder, 'services/depot');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(service, path)), { recursive: true });
    writeFileSync(join(service, path), text);
  }
  for (const context of Object.keys(CONTEXTS)) {
    const link = join(folder, `node_modules/@yard/depot-${context}`);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), join(service, 'src/contexts', context)), link);
  }
  return service;
}
