import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { checkFeature, openWorkbench, readHostFiles } from '@joinery/testing';
import { featureFiles } from './feature-files.ts';

const root = join(__dirname, '../..');
let folder = '';

beforeEach(() => {
  // Inside the repository, so that the plan finds @joinery/kit.
  mkdirSync(join(root, 'packages/testing/dist'), { recursive: true });
  folder = mkdtempSync(join(root, 'packages/testing/dist/new-'));
  for (const [path, text] of Object.entries({ ...workspace, ...inGenerators() })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

afterEach(() => rmSync(folder, { recursive: true }));

const workspace = { 'package.json': '{ "workspaces": ["generators/*"] }' };

function inGenerators(): Readonly<Record<string, string>> {
  const files = Object.entries(featureFiles('good-morning'));
  return Object.fromEntries(files.map(([path, text]) => [`generators/good-morning/${path}`, text]));
}

test('a new feature has the shape that every feature must have', () => {
  expect(checkFeature(join(folder, 'generators/good-morning'))).toEqual([]);
});

test('a new feature can be added to a service, and taken out again', async () => {
  const bench = openWorkbench(openCatalog({ workspace: folder, files: [], more: [] }));
  const host = readHostFiles(join(root, 'packages/testing/fixtures/parcels-express'));
  const added = await bench.run(host, { add: [{ name: 'good-morning', options: { greeting: "it's you" } }] });
  expect(added['src/platform/index.ts']).toContain("goodMorning('it\\'s you')");
  expect(await bench.add(added, 'good-morning')).toEqual(added);
  expect(await bench.remove(added, 'good-morning')).toEqual(host);
});
