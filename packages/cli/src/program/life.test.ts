import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '@joinery/engine';
import { newerCatalog } from '@joinery/testing';
import { runIn, runWith } from '../testing/run-in.ts';
import { contents, makeService } from '../testing/service.ts';

const OFFLINE = ['--yes', '--no-install', '--verify', 'none'];
const CHECKS = 'src/platform/health/run-checks.ts';

let folder = '';

beforeEach(() => {
  folder = makeService();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (path: string) => readFileSync(join(folder, path), 'utf8');
const edit = (path: string, change: (before: string) => string) =>
  writeFileSync(join(folder, path), change(text(path)));

/** The catalog a release later: the first line of a template of health has changed, and the old version is gone. */
function later(catalog: Catalog): Catalog {
  return newerCatalog(catalog, {
    old: 'gone',
    change: ({ templates }) => ({
      templates: Object.fromEntries(
        Object.entries(templates).map(([path, template]) => [
          path,
          path === 'health/run-checks.ts' ? `// 1.1\n${template}` : template,
        ]),
      ),
    }),
  });
}

test('upgrade --check says what fits, exits with 2, and reads and writes nothing else', async () => {
  await runIn(folder, ['add', 'health', ...OFFLINE]);
  const before = contents(folder);
  expect((await runIn(folder, ['upgrade', '--check'])).code).toBe(0);
  const said = await runWith(later, folder, ['upgrade', '--check', '--json']);
  expect(said.code).toBe(2);
  expect(JSON.parse(said.out)).toMatchObject({
    kind: 'upgrades',
    fits: expect.arrayContaining([{ feature: 'health', from: '1.0.0', to: '1.1.0' }]),
    beyond: [],
  });
  expect(contents(folder)).toEqual(before);
});

test('edits elsewhere are merged; edits of the same lines are left with markers until they are settled', async () => {
  await runIn(folder, ['add', 'health', ...OFFLINE]);
  edit('src/platform/health/answer.ts', (before) => `${before}// mine\n`);
  edit(CHECKS, (before) => `// mine\n${before}`);
  const planned = await runWith(later, folder, ['plan', '--latest', '--json']);
  expect(JSON.parse(planned.out).conflicts).toEqual([{ path: CHECKS, count: 1 }]);

  const said = await runWith(later, folder, ['upgrade', ...OFFLINE]);
  expect([said.code, said.err]).toEqual([1, expect.stringContaining('error[merge-conflict]')]);
  expect(said.err).toContain(`at ${CHECKS}:1`);
  expect(text(CHECKS)).toMatch(/^<<<<<<< yours\n\/\/ mine\n=======\n\/\/ 1\.1\n>>>>>>> joinery\n/);
  expect(text('src/platform/health/answer.ts')).toMatch(/\/\/ mine\n$/);
  expect(text('joinery.lock.json')).toContain('"version": "1.1.0"');

  for (const words of [['add', 'metrics'], ['undo'], ['apply', '--continue']]) {
    const refused = await runIn(folder, [...words, '--yes', '--no-install']);
    expect([words, refused.code, refused.err]).toEqual([
      words,
      1,
      expect.stringContaining('error[conflicts-pending]'),
    ]);
  }
  edit(CHECKS, (before) => before.replace(/^<<<<<<<[\s\S]*?>>>>>>> joinery\n/, '// both\n'));
  const finished = await runIn(folder, ['apply', '--continue', '--no-install', '--verify', 'none']);
  expect([finished.code, finished.out]).toEqual([0, expect.stringContaining('1 file settled')]);
  const again = await runWith(later, folder, ['upgrade', ...OFFLINE]);
  expect(again.out).toMatch(/^Nothing to do: /);
  expect(text(CHECKS)).toMatch(/^\/\/ both\n/);
});

test('--abort puts everything back, half-settled conflicts included', async () => {
  await runIn(folder, ['add', 'health', ...OFFLINE]);
  edit(CHECKS, (before) => `// mine\n${before}`);
  const before = contents(folder);
  await runWith(later, folder, ['upgrade', ...OFFLINE]);
  edit(CHECKS, (marked) => marked.replace('=======', '// half\n======='));
  const said = await runIn(folder, ['apply', '--abort', '--no-install']);
  expect([said.code, said.out]).toEqual([0, expect.stringContaining('Undone: `joinery upgrade`')]);
  expect(contents(folder)).toEqual(before);
  const nothing = await runIn(folder, ['apply', '--abort']);
  expect([nothing.code, nothing.err]).toEqual([1, expect.stringContaining('error[nothing-pending]')]);
});

test('undo takes back one apply after the other; what people edited since stays', async () => {
  const before = contents(folder);
  await runIn(folder, ['add', 'health', ...OFFLINE]);
  const withHealth = contents(folder);
  await runIn(folder, ['tier', 'intermediate', ...OFFLINE]);
  expect((await runIn(folder, ['tier'])).out).toBe('intermediate\n');
  edit('src/boot.ts', (boot) => `${boot}// mine\n`);

  const listed = await runIn(folder, ['undo', '--list', '--json']);
  expect(JSON.parse(listed.out).records).toMatchObject([
    { label: 'tier intermediate' },
    { label: 'add health' },
  ]);
  expect((await runIn(folder, ['undo', '--dry-run'])).out).toContain('~ src/platform/health/probes.ts');
  expect((await runIn(folder, ['undo', '--yes', '--json'])).code).toBe(0);
  expect(contents(folder)).toEqual({ ...withHealth, 'src/boot.ts': `${withHealth['src/boot.ts']}// mine\n` });

  const said = await runIn(folder, ['undo'], 'yes');
  expect(said.out).toContain('`src/boot.ts` keeps what you edited since');
  expect(contents(folder)).toEqual({ ...before, 'src/boot.ts': `${before['src/boot.ts']}// mine\n` });
  expect(existsSync(join(folder, '.joinery'))).toBe(false);
  expect((await runIn(folder, ['undo', '--yes'])).err).toContain('error[nothing-to-undo]');
});

test('an edit of the lines that undo would change stops it, unless forced', async () => {
  const before = contents(folder);
  await runIn(folder, ['add', 'health', ...OFFLINE]);
  edit('src/boot.ts', (boot) =>
    boot.replace('installPlatform(parcels);', 'installPlatform(parcels); // mine'),
  );
  const edited = contents(folder);
  const said = await runIn(folder, ['undo', '--yes']);
  expect([said.code, said.err]).toEqual([5, expect.stringContaining('error[undo-edited]')]);
  expect(said.err).toContain('at src/boot.ts');
  expect(contents(folder)).toEqual(edited);
  expect((await runIn(folder, ['undo', '--yes', '--force'])).code).toBe(0);
  expect(contents(folder)).toEqual(before);
});

test('what others require is not removed, unless they go, too; edited files go only by force', async () => {
  const before = contents(folder);
  await runIn(folder, ['add', 'health', ...OFFLINE]);
  const refused = await runIn(folder, ['remove', 'config-env', ...OFFLINE]);
  expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('error[still-needed]')]);
  expect(refused.err).toMatch(/`config-env` is required by .*`health`/);
  edit(CHECKS, (text) => `${text}// mine\n`);
  const removed = await runIn(folder, ['remove', 'config-env', '--cascade', ...OFFLINE]);
  expect(removed.out).toContain(`\`${CHECKS}\` was edited, so it is left for you to delete`);
  expect(Object.keys(contents(folder))).toEqual([...Object.keys(before), CHECKS].sort());
  await runIn(folder, ['undo', '--yes']);
  await runIn(folder, ['remove', 'health', '--force', ...OFFLINE]);
  expect(contents(folder)).toEqual(before);
});
