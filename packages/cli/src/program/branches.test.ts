import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runIn } from '../testing/run-in.ts';
import { contents, copyOf, makeService } from '../testing/service.ts';

const OFFLINE = ['--yes', '--no-install', '--verify', 'none'];

let folder = '';

beforeEach(async () => {
  folder = makeService();
  git('init', '--quiet', '--initial-branch=main');
  await runIn(folder, ['add', 'health', 'metrics', ...OFFLINE]);
  commit('health and metrics');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): string {
  const settings = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'merge.conflictStyle=merge'];
  return execFileSync('git', [...settings, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

function commit(message: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
}

/** On a branch of its own, then back on main. */
async function onBranch(name: string, work: () => Promise<unknown>): Promise<void> {
  git('switch', '--quiet', '--create', name, 'main');
  await work();
  commit(name);
  git('switch', '--quiet', 'main');
}

/** The files that git could not merge. */
function merge(...branches: readonly string[]): readonly string[] {
  for (const branch of branches) {
    spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', 'merge', '--quiet', branch], {
      cwd: folder,
    });
  }
  return git('diff', '--name-only', '--diff-filter=U').split('\n').filter(Boolean);
}

const add = (...words: readonly string[]) => runIn(folder, ['add', ...words, ...OFFLINE]);
const text = (path: string) => readFileSync(join(folder, path), 'utf8');

test('what this machine keeps for undo is nothing to git', () => {
  expect(git('status', '--porcelain')).toBe('');
  expect(git('ls-files')).not.toContain('undo');
});

test('changes of different features merge in git by themselves, the lockfile included', async () => {
  await add('storage-file');
  commit('storage');
  await onBranch('options', () => add('--set', 'health.cacheMs=500'));
  await onBranch('more', () => add('problem-errors'));
  expect(merge('options', 'more')).toEqual([]);
  expect((await runIn(folder, ['plan', '--check'])).out).toMatch(/^Nothing to do: /);
  expect((await runIn(folder, ['doctor'])).code).toBe(0);
});

test('two branches that each added a feature: settle joinery.json, and apply brings the rest together', async () => {
  const other = copyOf(folder);
  await onBranch('storage', () => add('storage-file'));
  await onBranch('errors', () => add('problem-errors'));
  const unmerged = merge('storage', 'errors');
  expect(unmerged).toContain('joinery.lock.json');
  expect(unmerged.length).toBeLessThan(8);
  const both = JSON.parse(readFileSync(join(other, 'joinery.json'), 'utf8'));
  Object.assign(both.features, { 'problem-errors': '^1.0.0', 'storage-file': '^1.0.0' });
  writeFileSync(join(folder, 'joinery.json'), `${JSON.stringify(both, null, 2)}\n`);
  const foreign = unmerged.filter((path) => ['package.json', '.env.example', 'src/boot.ts'].includes(path));
  for (const path of foreign)
    writeFileSync(join(folder, path), text(path).replace(/^(?:<{7}|={7}|>{7}).*\n/gm, ''));

  const said = await runIn(folder, ['apply', ...OFFLINE]);
  expect([said.code, said.err]).toEqual([0, expect.not.stringContaining('error')]);
  await runIn(other, ['add', 'storage-file', 'problem-errors', ...OFFLINE]);
  const kept = (of: string) => {
    const { '.env.example': _, 'package.json': __, ...files } = contents(of);
    return files;
  };
  expect(kept(folder)).toEqual(kept(other));
  expect((await runIn(folder, ['plan', '--check'])).code).toBe(0);
  rmSync(other, { recursive: true });
});

test('what somebody wrote into a generated file on one of the branches stays', async () => {
  const root = 'src/platform/index.ts';
  await onBranch('storage', async () => {
    await add('storage-file');
    writeFileSync(
      join(folder, root),
      text(root).replace('\nexport function install', '\n// mine\nexport function install'),
    );
  });
  await onBranch('errors', () => add('problem-errors'));
  expect(merge('storage', 'errors')).toContain('joinery.lock.json');
  const wanted = text('joinery.json').replace(/^(?:<{7}|={7}|>{7}).*\n/gm, '');
  writeFileSync(join(folder, 'joinery.json'), wanted.replace(/"\n( {4}")/g, '",\n$1'));
  const said = await runIn(folder, ['apply', ...OFFLINE]);
  expect([said.code, said.err]).toEqual([0, expect.not.stringContaining('error')]);
  expect(text(root)).toContain('// mine\nexport function install');
  expect(Object.keys(JSON.parse(text('joinery.lock.json')).features)).toEqual(
    expect.arrayContaining(['health', 'metrics', 'problem-errors', 'storage-file']),
  );
  expect((await runIn(folder, ['plan', '--check'])).code).toBe(0);
});
