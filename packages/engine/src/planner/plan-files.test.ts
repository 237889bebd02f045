import { EMPTY_LOCKFILE } from '../lockfile/read-lockfile.ts';
import { ProblemError } from '../problem.ts';
import { hash } from '../tree/hash.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import { basePath, baseText } from './base-texts.ts';
import type { MergeOutcome } from './host-editor.ts';
import { planFiles } from './plan-files.ts';

const path = 'src/platform/health.ts';
const wanted = (text: string) => [{ path, text, owners: ['health'], because: 'part of `health`' }];
const locked = (text: string) => ({
  ...EMPTY_LOCKFILE,
  files: { [path]: { hash: hash(text), owners: ['health'] } },
});
const unasked = (): MergeOutcome => {
  throw new Error('nothing to merge');
};
const kinds = (planned: ReturnType<typeof planFiles>) =>
  planned.changes.filter((change) => change.path === path).map(({ kind }) => kind);

test('a new file is created and its pristine text kept', () => {
  const planned = planFiles(wanted('new\n'), {
    tree: memoryTree({}),
    lock: EMPTY_LOCKFILE,
    merge: unasked,
    force: false,
  });
  expect(planned.changes.map((change) => [change.kind, change.path])).toEqual([
    ['create', path],
    ['create', basePath(hash('new\n'))],
  ]);
});

test('a file as it should be is left alone', () => {
  const tree = memoryTree({ [path]: 'same\n', [basePath(hash('same\n'))]: baseText('same\n') });
  expect(
    planFiles(wanted('same\n'), { tree, lock: locked('same\n'), merge: unasked, force: false }).changes,
  ).toEqual([]);
});

test("a file that people edited stays theirs when Joinery's text did not change", () => {
  const tree = memoryTree({ [path]: 'edited\n', [basePath(hash('same\n'))]: baseText('same\n') });
  expect(
    kinds(planFiles(wanted('same\n'), { tree, lock: locked('same\n'), merge: unasked, force: false })),
  ).toEqual([]);
});

test('an edited file and a new text are merged from the pristine one', () => {
  const tree = memoryTree({ [path]: 'edited\n', [basePath(hash('old\n'))]: baseText('old\n') });
  const merge = (base: string, ours: string, theirs: string): MergeOutcome => ({
    kind: 'merged',
    text: base + ours + theirs,
  });
  const planned = planFiles(wanted('new\n'), { tree, lock: locked('old\n'), merge, force: false });
  expect(planned.changes[0]).toMatchObject({
    kind: 'update',
    path,
    text: 'old\nedited\nnew\n',
    before: hash('edited\n'),
  });
});

test.each([
  ['file-exists', { [path]: 'of the host\n' }, EMPTY_LOCKFILE],
  ['base-missing', { [path]: 'edited\n' }, locked('old\n')],
  ['unmerged-file', { [path]: '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n' }, locked('old\n')],
])('stops with %s', (id, files, lock) => {
  const merge = (): MergeOutcome => ({ kind: 'conflict', text: '', count: 1 });
  const run = () => planFiles(wanted('new\n'), { tree: memoryTree(files), lock, merge, force: false });
  expect(run).toThrow(ProblemError);
  try {
    run();
  } catch (error) {
    expect(error).toMatchObject({ problem: { id, exitCode: 4 } });
  }
});

test('a file that is no longer wanted is deleted, unless people edited it', () => {
  const base = basePath(hash('old\n'));
  const unedited = planFiles([], {
    tree: memoryTree({ [path]: 'old\n', [base]: baseText('old\n') }),
    lock: locked('old\n'),
    merge: unasked,
    force: false,
  });
  expect(unedited.changes.map((change) => [change.kind, change.path])).toEqual([
    ['delete', path],
    ['delete', base],
  ]);
  const edited = planFiles([], {
    tree: memoryTree({ [path]: 'edited\n' }),
    lock: locked('old\n'),
    merge: unasked,
    force: false,
  });
  expect(edited.changes).toEqual([]);
  expect(edited.warnings).toEqual([
    `\`${path}\` was edited, so it is left for you to delete; \`--force\` deletes it.`,
  ]);
});

test('an edited file and a new text that change the same lines get markers, and the plan says so', () => {
  const tree = memoryTree({ [path]: 'edited\n', [basePath(hash('old\n'))]: baseText('old\n') });
  const merge = (): MergeOutcome => ({ kind: 'conflict', text: 'marked\n', count: 2 });
  const planned = planFiles(wanted('new\n'), { tree, lock: locked('old\n'), merge, force: false });
  expect(planned.changes[0]).toMatchObject({ kind: 'update', path, text: 'marked\n' });
  expect(planned.conflicts).toEqual([{ path, count: 2 }]);
  expect(planned.files[path]?.hash).toBe(hash('new\n'));
});

describe('a file of two branches that git merged', () => {
  const [ours, theirs] = ['top\none\n', 'top\ntwo\n'];
  const lock = (other: string) => ({
    ...EMPTY_LOCKFILE,
    files: { [path]: { hash: hash(ours), owners: ['health'], other: hash(other) } },
  });
  const merged = 'top\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> other\n';
  const treeOf = (text: string) =>
    memoryTree({
      [path]: text,
      [basePath(hash(ours))]: baseText(ours),
      [basePath(hash(theirs))]: baseText(theirs),
    });
  const run = (text: string) =>
    planFiles(wanted('top\none\ntwo\n'), {
      tree: treeOf(text),
      lock: lock(theirs),
      merge: unasked,
      force: false,
    });

  test.each([merged, 'top\ntwo\none\n'])('is written anew when nobody edited either', (text) => {
    expect(run(text).changes[0]).toMatchObject({ kind: 'update', path, text: 'top\none\ntwo\n' });
  });

  test.each([merged.replace('top', 'mine'), merged.replace('one\n', '')])(
    'is left to people when somebody did',
    (text) => {
      expect(() => run(text)).toThrow(/holds conflict markers/);
    },
  );
});

test('with force, an edited file that is no longer wanted is deleted', () => {
  const input = { tree: memoryTree({ [path]: 'edited\n' }), lock: locked('old\n'), merge: unasked };
  expect(kinds(planFiles([], { ...input, force: true }))).toEqual(['delete']);
});

describe('a document that is left to people', () => {
  const yours = (text: string) => wanted(text).map((file) => ({ ...file, yours: true as const }));
  const lockedYours = (text: string) => ({
    ...EMPTY_LOCKFILE,
    files: { [path]: { hash: hash(text), owners: ['health'], yours: true as const } },
  });
  const plan = (files: Readonly<Record<string, string>>, lock = EMPTY_LOCKFILE) =>
    planFiles(yours('new\n'), { tree: memoryTree(files), lock, merge: unasked, force: false });

  test('is written where it is missing, without a base', () => {
    const planned = plan({});
    expect(planned.changes.map(({ kind, path: at }) => [kind, at])).toEqual([['create', path]]);
    expect(planned.files[path]).toEqual({ hash: hash('new\n'), owners: ['health'], yours: true });
  });

  test('is left alone, and is not ours, where people have one already', () => {
    expect(plan({ [path]: 'theirs\n' })).toEqual({ changes: [], files: {}, conflicts: [], warnings: [] });
  });

  test('follows the feature only until somebody changes it', () => {
    expect(kinds(plan({ [path]: 'old\n' }, lockedYours('old\n')))).toEqual(['update']);
    const edited = plan({ [path]: 'edited\n' }, lockedYours('old\n'));
    expect(edited.changes).toEqual([]);
    expect(edited.files[path]).toMatchObject({ hash: hash('old\n') });
  });

  test('stays deleted when people delete it', () => {
    expect(plan({}, lockedYours('old\n')).changes).toEqual([]);
  });
});

test('what follows from a file of people’s is written anew whatever became of it, without a pristine text', () => {
  const path = 'rules.yaml';
  const lock = {
    ...EMPTY_LOCKFILE,
    files: { [path]: { hash: hash('one\n'), owners: ['slo'], rendered: true as const } },
  };
  const file = { path, text: 'three\n', owners: ['slo'], because: 'follows', rendered: true as const };
  const plan = (wantedFiles: readonly (typeof file)[]) =>
    planFiles(wantedFiles, { tree: memoryTree({ [path]: 'two\n' }), lock, merge: unasked, force: false });
  expect(plan([file])).toMatchObject({
    changes: [{ kind: 'update', path, text: 'three\n' }],
    files: { [path]: { hash: hash('three\n'), rendered: true } },
    warnings: [],
  });
  expect(plan([])).toMatchObject({ changes: [{ kind: 'delete', path }], warnings: [] });
});
