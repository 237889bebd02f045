import { rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runIn } from '../testing/run-in.ts';
import { contents, copyOf, makeService } from '../testing/service.ts';

const OFFLINE = ['--no-install', '--verify', 'none'];

let folder = '';

beforeEach(() => {
  folder = makeService();
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('add shows the plan by feature with a reason for every file, and writes it once agreed to', async () => {
  const said = await runIn(folder, ['add', 'health', ...OFFLINE], 'yes');
  expect(said.code).toBe(0);
  expect(said.out).toContain('Plan for parcels');
  expect(said.out).toMatch(/health 1\.0\.0 +added +you asked for/i);
  expect(said.out).toMatch(/config-env 1\.0\.0 +added +.*requires/);
  expect(said.out).toMatch(/~ src\/boot\.ts +\S+/);
  expect(said.out).toContain('Done: parcels:');
  expect(contents(folder)['src/boot.ts']).toContain('// the port of the load balancer');
  const again = await runIn(folder, ['add', 'health', ...OFFLINE, '--yes']);
  expect(again).toEqual({ code: 0, out: 'Nothing to do: parcels is as wanted.\n', err: '' });
});

test('the folder may be told before the command, or alone', async () => {
  const [parent, name] = [dirname(folder), basename(folder)];
  const said = await runIn(parent, ['-C', name, 'plan', 'health']);
  expect(said).toEqual(await runIn(parent, ['plan', 'health', '-C', name]));
  expect(said.out).toContain('Plan for parcels');
  const nearer = await runIn(parent, ['-C', 'nowhere', 'plan', 'health', '--cwd', name]);
  expect(nearer).toEqual(said);
  expect((await runIn(parent, ['-C', name])).out).toContain('Usage: joinery');
});

test('adding and removing leaves every byte as it was', async () => {
  const before = contents(folder);
  await runIn(folder, ['add', 'health', 'metrics', '--yes', ...OFFLINE]);
  expect(Object.keys(contents(folder)).length).toBeGreaterThan(20);
  const said = await runIn(folder, ['remove', 'metrics', 'health', '--yes', ...OFFLINE]);
  expect(said.code).toBe(0);
  expect(contents(folder)).toEqual(before);
});

test.each([
  ['nobody is there', undefined, 2, 'Add `--yes` to do it.'],
  ['the answer is no', 'no', 130, 'Cancelled; nothing was written.'],
  ['the person gives up', 'ctrl-c', 130, 'Cancelled; nothing was written.'],
] as const)('nothing is written when %s', async (_, answer, code, message) => {
  const before = contents(folder);
  const said = await runIn(folder, ['add', 'health', ...OFFLINE], answer);
  expect([said.code, said.err]).toEqual([code, expect.stringContaining(message)]);
  expect(said.out).toContain('Plan for parcels');
  expect(contents(folder)).toEqual(before);
});

test('a dry run writes nothing and asks nothing, even with --yes; --diff shows every line', async () => {
  const before = contents(folder);
  const said = await runIn(folder, ['add', 'health', '--dry-run', '--yes', '--diff']);
  expect(said.code).toBe(0);
  expect(said.out).toContain('--- a/src/boot.ts\n+++ b/src/boot.ts\n@@ ');
  expect(said.out).toContain('--- /dev/null\n+++ b/src/platform/index.ts');
  expect(said.out).toContain('+    "zod"');
  expect(said.out).not.toContain('b/joinery.lock.json');
  expect(said.out).toMatch(/^and \d+ files of Joinery's own state$/m);
  expect(contents(folder)).toEqual(before);
});

test('with --json, standard output is one JSON value and nothing else is said', async () => {
  const plan = await runIn(folder, ['plan', 'health', '--json']);
  expect([plan.code, plan.err, JSON.parse(plan.out).kind]).toEqual([0, '', 'plan']);
  const pending = await runIn(folder, ['add', 'health', '--json']);
  expect([pending.code, pending.err, pending.out]).toEqual([2, '', plan.out]);
  const done = await runIn(folder, ['add', 'health', '--json', '--yes', ...OFFLINE]);
  expect([done.code, done.err, JSON.parse(done.out).kind]).toEqual([0, '', 'receipt']);
  const none = await runIn(folder, ['add', 'health', '--json', '--yes', ...OFFLINE]);
  expect([none.code, none.err, JSON.parse(none.out).written]).toEqual([0, '', []]);
  const unknown = await runIn(folder, ['add', 'helth', '--json', '--yes']);
  expect([unknown.code, unknown.err, JSON.parse(unknown.out).id]).toEqual([1, '', 'unknown-feature']);
  const typo = await runIn(folder, ['ad', 'health', '--json']);
  expect([typo.code, typo.err, JSON.parse(typo.out).id]).toEqual([1, '', 'invalid-command']);
  for (const command of [['list'], ['info', 'health']]) {
    const said = await runIn(folder, [...command, '--json']);
    expect([said.code, said.err, JSON.parse(said.out).kind]).toEqual([0, '', command[0]]);
  }
});

test('a plan in a file does the same as adding, and is refused once the service has moved', async () => {
  const other = copyOf(folder);
  await runIn(other, ['add', 'health', '--yes', ...OFFLINE]);
  const outside = makeService({});
  const file = join(outside, 'plan.json');
  expect((await runIn(folder, ['plan', 'health', '-o', file, '--check'])).code).toBe(2);
  const moved = copyOf(folder);
  writeFileSync(join(moved, 'src/boot.ts'), '// somebody was quicker\n');
  const untouched = contents(moved);
  const refused = await runIn(moved, ['apply', file, '--yes', ...OFFLINE]);
  expect([refused.code, refused.err]).toEqual([5, expect.stringContaining('at src/boot.ts')]);
  expect(contents(moved)).toEqual(untouched);
  expect((await runIn(folder, ['apply', file, '--yes', ...OFFLINE])).code).toBe(0);
  expect(contents(folder)).toEqual(contents(other));
  expect((await runIn(folder, ['plan', 'health', '--check'])).code).toBe(0);
  for (const path of [other, outside, moved]) rmSync(path, { recursive: true });
});

test('apply without a file brings the service to what joinery.json says', async () => {
  const other = copyOf(folder);
  await runIn(other, ['add', 'health', '--set', 'health.cacheMs=500', '--yes', ...OFFLINE]);
  writeFileSync(join(folder, 'joinery.json'), contents(other)['joinery.json']?.replace(/^\d+ /, '') ?? '');
  await runIn(folder, ['apply', '--yes', ...OFFLINE]);
  expect(contents(folder)).toEqual(contents(other));
  rmSync(other, { recursive: true });
});

test('list and info tell what there is, and mark what is installed', async () => {
  await runIn(folder, ['add', 'health', '--yes', ...OFFLINE]);
  const list = await runIn(folder, ['list']);
  expect(list.out).toMatch(/^\* health +1\.0\.0 /m);
  expect(list.out).toMatch(/^ {2}metrics +1\.0\.0 /m);
  const info = await runIn(folder, ['info', '@joinery/health']);
  expect(info.out).toMatch(/requires +config-env/);
  expect(info.out).toContain('(bundled)');
  expect(info.out).toMatch(/^ {2}cacheMs integer, .+ {2}\S.+ \(\d+ unless set\)$/m);
});

test('why and graph follow the requirements of what is installed', async () => {
  await runIn(folder, ['add', 'health', '--yes', ...OFFLINE]);
  const why = await runIn(folder, ['why', 'config-env']);
  expect([why.code, why.out]).toEqual([0, expect.stringContaining('`config-env` 1.0.0 was chosen.')]);
  expect(why.out).toContain('You asked for `health');
  expect((await runIn(folder, ['graph'])).out).toMatch(/health[\s\S]*graceful-shutdown[\s\S]*config-env/);
  expect((await runIn(folder, ['graph', '--format', 'mermaid'])).out).toMatch(/^flowchart TD\n/);
});

test('resolve runs the resolver alone, on files', async () => {
  const features = [
    { name: 'lamp', version: '1.0.0', requires: { power: '^2' } },
    { name: 'power', version: '1.0.0' },
  ];
  writeFileSync(join(folder, 'catalog.json'), JSON.stringify({ features }));
  writeFileSync(join(folder, 'power.json'), JSON.stringify({ features: { power: '*' } }));
  writeFileSync(join(folder, 'lamp.json'), JSON.stringify({ features: { lamp: '*' } }));
  const resolve = (request: string, ...more: readonly string[]) =>
    runIn(folder, ['resolve', '--catalog', 'catalog.json', '--request', request, ...more]);
  const solved = await resolve('power.json', '--json');
  expect([solved.code, JSON.parse(solved.out).versions]).toEqual([0, { power: '1.0.0' }]);
  const unsolvable = await resolve('lamp.json');
  expect([unsolvable.code, unsolvable.out]).toEqual([3, expect.stringContaining('error[unsolvable]')]);
  expect(unsolvable.out).toContain('`lamp`');
  expect((await resolve('catalog.json')).err).toMatch(/^error\[/);
});

test('help names every command and never fails', async () => {
  const said = await runIn(folder, ['--help']);
  expect(said.code).toBe(0);
  for (const command of ['add', 'remove', 'plan', 'apply', 'list', 'info', 'why', 'graph', 'resolve']) {
    expect(said.out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
  }
  expect((await runIn(folder, ['--version'])).out).toBe('1.2.3\n');
});
