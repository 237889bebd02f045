import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runIn } from '../testing/run-in.ts';
import { contents, makeService } from '../testing/service.ts';

const OFFLINE = ['--yes', '--no-install', '--verify', 'none'];

const BOOT = `import express from 'express';

const parcels = express();

parcels.listen(4100);
`;

let root = '';

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** An integrated Nx workspace: the application has no package.json, the workspace lists everybody's packages. */
function makeNxWorkspace(): string {
  const project = {
    name: 'parcels-api',
    sourceRoot: 'apps/parcels/src',
    targets: { build: { options: { main: 'apps/parcels/src/main.ts' } } },
  };
  return makeService({
    'package.json':
      '{\n  "name": "@acme/source",\n  "dependencies": {\n    "express": "^5.1.0"\n  },\n  "devDependencies": {\n    "nx": "^23.0.0"\n  }\n}\n',
    'nx.json': '{}\n',
    'tsconfig.json': undefined,
    'tsconfig.base.json': '{ "compilerOptions": { "strict": true, "module": "commonjs" } }\n',
    'src/boot.ts': undefined,
    'apps/parcels/project.json': JSON.stringify(project),
    'apps/parcels/tsconfig.json': '{ "extends": "../../tsconfig.base.json" }\n',
    'apps/parcels/src/main.ts': BOOT,
    'libs/other/src/index.ts': 'export {};\n',
  });
}

test('in an integrated Nx workspace the packages go to the workspace, the rest stays in the project', async () => {
  root = makeNxWorkspace();
  const before = contents(root);
  const said = await runIn(root, ['add', 'health', '--project', 'parcels-api', ...OFFLINE]);
  expect([said.code, said.err]).toEqual([0, expect.not.stringContaining('error')]);
  const after = contents(root);
  const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
  expect(changed.filter((path) => !path.startsWith('apps/parcels/'))).toEqual(['package.json']);
  expect(after['package.json']).toContain('"zod"');
  expect(changed).toContain('apps/parcels/joinery.lock.json');
  const again = await runIn(join(root, 'apps/parcels/src'), ['add', 'health', ...OFFLINE]);
  expect(again.out).toMatch(/^Nothing to do: /);
  await runIn(root, ['remove', 'health', '--project', 'apps/parcels', ...OFFLINE]);
  expect(contents(root)).toEqual(before);
});

test('a package of an npm workspace is found by name, and nothing outside it is touched', async () => {
  const service = contents(makeService());
  const text = (path: string) => service[path]?.slice(4);
  root = makeService({
    'package.json': '{ "name": "acme", "private": true, "workspaces": ["services/*"] }\n',
    'tsconfig.json': undefined,
    'src/boot.ts': undefined,
    'services/parcels/package.json': text('package.json'),
    'services/parcels/tsconfig.json': text('tsconfig.json'),
    'services/parcels/src/boot.ts': text('src/boot.ts'),
  });
  const before = contents(root);
  const said = await runIn(root, ['add', 'health', '-p', 'parcels', ...OFFLINE]);
  expect([said.code, said.err]).toEqual([0, expect.not.stringContaining('error')]);
  const after = contents(root);
  const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
  expect(changed.every((path) => path.startsWith('services/parcels/'))).toBe(true);
  expect(changed).toContain('services/parcels/package.json');
});

test('a project that is not there is answered with those that are', async () => {
  root = makeNxWorkspace();
  mkdirSync(join(root, 'apps/empty'));
  const said = await runIn(root, ['add', 'health', '-p', 'parcel', ...OFFLINE]);
  expect([said.code, said.err]).toEqual([1, expect.stringContaining('It has `parcels-api`.')]);
});
