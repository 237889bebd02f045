import type { Plan } from '@joinery/engine';
import type { FileChange } from '@nx/devkit';
import { pendingFiles } from './pending-files.ts';
import { writePlan } from './write-plan.ts';

const changes: readonly FileChange[] = [
  { type: 'CREATE', path: 'apps/api/src/a.ts', content: Buffer.from('\uFEFFa\r\n') },
  { type: 'UPDATE', path: 'package.json', content: Buffer.from('{}') },
  { type: 'DELETE', path: 'apps/api/old', content: null },
];

test('what an Nx run has changed goes by the paths of the project, text unchanged', () => {
  expect([...pendingFiles(changes, 'apps/api')]).toEqual([
    ['src/a.ts', '\uFEFFa\r\n'],
    ['../../package.json', '{}'],
    ['old', undefined],
  ]);
  expect([...pendingFiles(changes, '.')][1]).toEqual(['package.json', '{}']);
});

test.each([
  ['apps/api', ['apps/api/a.ts', 'apps/api/b.ts', 'package.json']],
  ['.', ['a.ts', 'b.ts', '../../package.json']],
])('the changes of a plan for %s are handed to Nx', (root, [created, deleted, shared]) => {
  const calls: unknown[] = [];
  const tree = {
    write: (path: string, content: unknown) => calls.push(['write', path, content]),
    delete: (path: string) => calls.push(['delete', path]),
  };
  writePlan(tree, root, {
    changes: [
      { kind: 'create', path: 'a.ts', text: 'a' },
      { kind: 'delete', path: 'b.ts' },
      { kind: 'update', path: '../../package.json', text: '{}' },
    ],
  } as unknown as Plan);
  expect(calls).toEqual([
    ['write', created, 'a'],
    ['delete', deleted],
    ['write', shared, '{}'],
  ]);
});
