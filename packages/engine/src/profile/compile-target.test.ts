import { ProblemError } from '../problem.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import { checkTarget } from './compile-target.ts';

const check = (options: object, version = '5.9.3', files: Record<string, string> = {}) =>
  checkTarget(memoryTree({ 'tsconfig.json': JSON.stringify(options), ...files }), {
    typescript: { value: version, evidence: 'package.json' },
  });

test.each([
  ['names ES5', { compilerOptions: { target: 'ES5' } }, '5.9.3', {}],
  ['names ES5 for TypeScript 6', { compilerOptions: { target: 'es5' } }, '6.0.3', {}],
  ['names nothing, before TypeScript 6', { compilerOptions: { strict: true } }, '5.9.3', {}],
  ['inherits ES5', { extends: './base' }, '5.9.3', { 'base.json': '{"compilerOptions":{"target":"es5"}}' }],
  [
    'inherits ES5 from a package',
    { extends: '@yard/tsconfig' },
    '5.9.3',
    {
      'node_modules/@yard/tsconfig/tsconfig.json': '{"extends":"@yard/old/base"}',
      'node_modules/@yard/old/base.json': '{"compilerOptions":{"target":"es5"}}',
    },
  ],
])('refuses a project that %s', (_, options, version, files) => {
  expect(() => check(options, version, files)).toThrow(ProblemError);
  try {
    check(options, version, files);
  } catch (error) {
    expect(error).toMatchObject({
      problem: { id: 'target-too-old', exitCode: 3, places: ['tsconfig.json#compilerOptions.target'] },
    });
  }
});

test.each([
  ['names ES2015', { compilerOptions: { target: 'ES6', lib: ['es2015'] } }, '5.9.3'],
  ['names nothing, from TypeScript 6 on', {}, '6.0.3'],
  ['names nothing, with the modules of Node.js', { compilerOptions: { module: 'NodeNext' } }, '5.9.3'],
  [
    'extends settings of a package that is not installed',
    { extends: '@tsconfig/node20/tsconfig.json' },
    '5.9.3',
  ],
])('takes a project that %s', (_, options, version) => {
  expect(() => check(options, version)).not.toThrow();
});
