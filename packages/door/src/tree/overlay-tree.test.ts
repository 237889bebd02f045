import { memoryTree } from '@joinery/engine';
import { overlayTree } from './overlay-tree.ts';

const disk = {
  ...memoryTree({ 'package.json': 'old', 'src/main.ts': 'main', 'src/old/a.ts': 'a', '../../nx.json': '{}' }),
  workspace: '../..',
};

test('what is prepared covers what the disk has; the rest shows through', () => {
  const tree = overlayTree(disk, new Map([['package.json', 'new']]));
  expect([tree.read('package.json'), tree.read('src/main.ts'), tree.read('none.ts')]).toEqual([
    'new',
    'main',
    undefined,
  ]);
  expect(tree.workspace).toBe('../..');
});

test('a deleted folder takes its files along, but not those written into it later', () => {
  const tree = overlayTree(
    disk,
    new Map([
      ['src/old', undefined],
      ['src/old/b.ts', 'b'],
    ]),
  );
  expect([tree.read('src/old/a.ts'), tree.read('src/old/b.ts')]).toEqual([undefined, 'b']);
  expect(tree.list('src/old')).toEqual(['b.ts']);
});

test('names are those of both, sorted, and never lead upwards', () => {
  const pending = new Map([
    ['src/app.ts', ''],
    ['../../package.json', '{}'],
    ['src/main.ts', undefined],
  ]);
  const tree = overlayTree(memoryTree({ 'package.json': '', 'src/main.ts': '' }), pending);
  expect(tree.list('')).toEqual(['package.json', 'src']);
  expect(tree.list('src')).toEqual(['app.ts']);
});

test('what the disk refuses to show is refused, prepared or not', () => {
  const closed = {
    ...memoryTree({}),
    read: () => {
      throw new RangeError('outside');
    },
  };
  expect(() => overlayTree(closed, new Map([['../secret', 'x']])).read('../secret')).toThrow('outside');
});
