import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '@joinery/engine';
import { leftOut, removeEmptyFolders } from './outcome.ts';
import { requireAnswers } from './require-answers.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yeoman-outcome-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function plan(...changes: readonly object[]): Plan {
  return { changes } as unknown as Plan;
}

test('a change that is not on the disk was left out', () => {
  writeFileSync(join(folder, 'done.ts'), 'new');
  writeFileSync(join(folder, 'kept.ts'), 'old');
  writeFileSync(join(folder, 'stays.ts'), '');
  const changes = plan(
    { kind: 'update', path: 'done.ts', text: 'new' },
    { kind: 'update', path: 'kept.ts', text: 'new' },
    { kind: 'create', path: 'none.ts', text: '' },
    { kind: 'delete', path: 'stays.ts' },
    { kind: 'delete', path: 'gone.ts' },
  );
  expect(leftOut(changes, folder)).toEqual(['kept.ts', 'none.ts', 'stays.ts']);
});

test('folders that deletions have emptied go, others stay, and so does the service itself', () => {
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  mkdirSync(join(folder, 'c'));
  writeFileSync(join(folder, 'c/x.ts'), '');
  removeEmptyFolders(plan({ kind: 'delete', path: 'a/b/x.ts' }, { kind: 'delete', path: 'c/y.ts' }), folder);
  expect([existsSync(join(folder, 'a')), existsSync(join(folder, 'c')), existsSync(folder)]).toEqual([
    false,
    true,
    true,
  ]);
});

test('only files of people and of features need an answer', () => {
  const own = plan(
    { kind: 'update', path: 'joinery.lock.json' },
    { kind: 'delete', path: '.joinery/base/ab' },
    { kind: 'create', path: 'src/a.ts' },
  );
  expect(requireAnswers(own)).toBeUndefined();
  const theirs = plan({ kind: 'update', path: 'package.json' }, ...own.changes);
  expect(requireAnswers(theirs)).toMatchObject({
    id: 'nobody-to-ask',
    exitCode: 1,
    places: ['package.json'],
  });
});
