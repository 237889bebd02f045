import { type FileEditStatement, instruction, line, setting } from '@joinery/kit';
import { EMPTY_LOCKFILE } from '../lockfile/read-lockfile.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import type { Said } from './gather.ts';
import type { FileEditRequest, FileEditResult } from './host-editor.ts';
import { planFileEdits } from './plan-file-edits.ts';

const put = { text: '', was: '', at: 0, outer: 0 };

/** An editor that writes what it was asked for. */
const editor = {
  editFile: ({ text = '', wanted }: FileEditRequest): FileEditResult => ({
    kind: 'edited',
    text: wanted.length === 0 ? '' : text + wanted.map((edit) => `${edit.kind}\n`).join(''),
    placed: wanted.map((edit) => ({ edit, put })),
    theirs: [],
    left: [],
  }),
};

function said(name: string, ...statements: readonly FileEditStatement[]): readonly Said<FileEditStatement>[] {
  const feature = {
    name,
    version: '1.0.0',
    manifest: {} as never,
    plan: { statements: () => [] },
    templates: {},
  };
  return statements.map((statement) => ({ feature, statement }));
}

const plan = (all: readonly Said[], files: Readonly<Record<string, string>>, lock = EMPTY_LOCKFILE) =>
  planFileEdits(all, { tree: memoryTree(files), lock, editor, written: new Set(['compose.yaml']) });

test('each edit is made once, whoever asks and in whichever order', () => {
  const a = said('a', line('.gitignore', '.env'), setting('ci.yml', ['jobs', 'x'], {}));
  const b = said('b', line('.gitignore', '.env'), line('.gitignore', 'coverage'));
  const planned = plan([...a, ...b], { '.gitignore': 'dist\n' });
  expect(planned).toEqual(plan([...b, ...a], { '.gitignore': 'dist\n' }));
  expect(planned.changes.map(({ kind, path, reason }) => [kind, path, reason.owners])).toEqual([
    ['update', '.gitignore', ['a', 'b']],
    ['create', 'ci.yml', ['a']],
  ]);
  expect(planned.fileEdits['ci.yml']).toMatchObject({ created: true, owners: ['a'] });
});

test('a file that is not there is left so where the feature says so', () => {
  expect(plan(said('a', instruction('Dockerfile', 'EXPOSE 1')), {})).toEqual({
    changes: [],
    fileEdits: {},
    warnings: [],
  });
});

test('a file that was made for it goes when nothing is left in it', () => {
  const edits = [{ edit: line('.npmignore', 'x').edit, put }];
  const lock = { ...EMPTY_LOCKFILE, fileEdits: { '.npmignore': { created: true, owners: ['a'], edits } } };
  expect(plan([], { '.npmignore': 'x\n' }, lock).changes).toMatchObject([
    { kind: 'delete', path: '.npmignore' },
  ]);
});

test.each([
  [
    'file-edits-disagree',
    [...said('a', setting('x.json', ['k'], 1)), ...said('b', setting('x.json', ['k'], 2))],
  ],
  ['file-edits-disagree', said('a', setting('compose.yaml', ['services'], {}))],
  ['file-edits-disagree', said('a', setting('package.json', ['type'], 'module'))],
  ['path-leaves-service', said('a', line('../.gitignore', 'x'))],
])('stops with %s', (id, statements) => {
  const failed = () => plan(statements, {});
  expect(failed).toThrow(expect.objectContaining({ problem: expect.objectContaining({ id }) }));
});
