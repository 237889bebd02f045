import { EMPTY_LOCKFILE } from '../lockfile/read-lockfile.ts';
import { hash } from '../tree/hash.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import { driftOfFiles } from './drift-of-files.ts';

const lock = (rendered: boolean) => ({
  ...EMPTY_LOCKFILE,
  files: {
    'slo.rules.yaml': {
      hash: hash('one\n'),
      owners: ['slo'],
      ...(rendered ? { rendered: true as const } : {}),
    },
  },
});
const ids = (rendered: boolean, files: Readonly<Record<string, string>>) =>
  driftOfFiles(lock(rendered), memoryTree(files)).map(({ id }) => id);

test('what a script of the service renders anew is no drift; that it is gone is', () => {
  expect(ids(true, { 'slo.rules.yaml': 'two\n' })).toEqual([]);
  expect(ids(true, {})).toEqual(['file-missing']);
  expect(ids(false, { 'slo.rules.yaml': 'two\n' })).toEqual(['file-edited', 'base-missing']);
});
