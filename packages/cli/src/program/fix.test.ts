import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runIn } from '../testing/run-in.ts';
import { contents, makeService } from '../testing/service.ts';

let folder = '';

beforeEach(() => {
  folder = makeService();
  // Known only by its manifest: enough to resolve with.
  const features = [
    { name: 'arc', version: '1.0.0', conflicts: { health: { range: '*', because: 'both shine' } } },
  ];
  writeFileSync(join(folder, 'more.json'), JSON.stringify({ features }));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ASK = ['add', 'health', 'arc', '--catalog', 'more.json', '--no-install', '--verify', 'none'];

test('a conflict is explained with fixes that were tried, and none is taken unasked', async () => {
  const before = contents(folder);
  for (const args of [ASK, [...ASK, '--yes'], [...ASK, '--fix', '--yes']]) {
    const said = await runIn(folder, args);
    expect([said.code, said.err]).toEqual([3, expect.stringContaining('both shine')]);
    expect(said.err).toMatch(/1\. .*\n {5}joinery add/);
  }
  expect(contents(folder)).toEqual(before);
});

test('the command of a fix is all of it: the folder, the options that were set, the catalog', async () => {
  const name = basename(folder);
  const words = ['-C', name, '--catalog', join(name, 'more.json'), '--set', 'health.cacheMs=700'];
  const said = await runIn(dirname(folder), ['add', 'health', 'arc', ...words, '--yes']);
  const [, fix = ''] = /\n {5}cd \S+ && joinery (add health .*)\n/.exec(said.err) ?? [];
  expect([said.code, fix]).toEqual([3, expect.stringContaining(`--catalog ${join(folder, 'more.json')}`)]);
  const fixed = await runIn(folder, [...fix.split(' '), '--yes', '--no-install', '--verify', 'none']);
  expect([fixed.code, fixed.out]).toEqual([0, expect.stringContaining('Done: parcels:')]);
  expect(JSON.parse(readFileSync(join(folder, 'joinery.json'), 'utf8')).features.health.options).toEqual({
    cacheMs: 700,
  });
});

test('with --fix somebody at the terminal takes one, and the plan goes on from there', async () => {
  const said = await runIn(folder, [...ASK, '--fix'], 'yes');
  expect(said.err).toContain('both shine');
  expect([said.code, said.out]).toEqual([0, expect.stringContaining('Done: parcels:')]);
  expect(contents(folder)['joinery.json']).toContain('"health": "^1.0.0"');
  expect(contents(folder)['joinery.json']).not.toContain('arc');
});

test('who chooses none changes nothing', async () => {
  const before = contents(folder);
  const said = await runIn(folder, [...ASK, '--fix'], 'no');
  expect([said.code, said.err]).toEqual([130, expect.stringContaining('nothing was written')]);
  expect(contents(folder)).toEqual(before);
});

test('what is added takes the place of what is taken out, in one run, and the data left is named', async () => {
  const quietly = ['--yes', '--no-install', '--verify', 'none'];
  expect(
    (await runIn(folder, ['add', 'storage-postgres', 'outbox', ...quietly, '--tier', 'advanced'])).code,
  ).toBe(0);
  const manifest = join(folder, 'package.json');
  writeFileSync(manifest, onNewNode(readFileSync(manifest, 'utf8')));
  const alone = await runIn(folder, ['remove', 'storage-postgres', ...quietly]);
  expect([alone.code, alone.err]).toEqual([3, expect.stringContaining('is required by `outbox`')]);
  const words = ['add', 'storage-sqlite', '--remove', 'storage-postgres', ...quietly];
  const said = await runIn(folder, words);
  expect([said.code, said.out]).toEqual([0, expect.stringContaining('Done: parcels:')]);
  const [shown, done] = said.out.split('Done: ');
  for (const text of [shown, done]) expect(text).toContain('stays in the database that DATABASE_URL named');
  const wanted = contents(folder)['joinery.json'];
  expect(wanted).toContain('"storage-sqlite"');
  expect(wanted).not.toContain('"storage-postgres"');
});

function onNewNode(manifest: string): string {
  return JSON.stringify({ ...JSON.parse(manifest), engines: { node: '>=22.13' } }, null, 2);
}
