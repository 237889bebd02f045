import { memoryTree } from '../tree/memory-tree.ts';
import { readTypeScriptSettings } from './typescript-settings.ts';

const compilation = (files: Readonly<Record<string, object>>) =>
  readTypeScriptSettings(
    memoryTree(Object.fromEntries(Object.entries(files).map(([name, json]) => [name, JSON.stringify(json)]))),
  )?.compilation;

test('sources are compiled by tsconfig.json, unless it only refers to others', () => {
  expect(compilation({ 'tsconfig.json': { include: ['src'] }, 'tsconfig.build.json': {} })).toEqual({
    file: 'tsconfig.json',
    writes: [],
  });
  const solution = { files: [], references: [{ path: './tsconfig.app.json' }] };
  const app = {
    compilerOptions: { composite: true, tsBuildInfoFile: 'out/info', emitDeclarationOnly: false },
  };
  expect(
    compilation({ 'tsconfig.json': solution, 'tsconfig.build.json': {}, 'tsconfig.app.json': app }),
  ).toEqual({ file: 'tsconfig.app.json', writes: ['composite', 'tsBuildInfoFile'] });
  expect(compilation({ 'tsconfig.json': solution })?.file).toBe('tsconfig.json');
});
