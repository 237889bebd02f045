import fc from 'fast-check';
import { hash } from '../tree/hash.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import { basePath, baseText, readBase } from './base-texts.ts';

test('any text comes back as it was', () => {
  const text = fc
    .array(fc.constantFrom('a', '', ' b|', '\r', '\n', 'é\n', '\r\n'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (each) => {
      const tree = memoryTree({ [basePath(hash(each))]: baseText(each) });
      expect(readBase(tree, hash(each))).toBe(each);
    }),
  );
});

test('no line of one text is a line of another', () => {
  const lines = new Set(baseText('same\n\nfirst\n').split('\n').filter(Boolean));
  expect(
    baseText('same\n\nsecond\n')
      .split('\n')
      .filter((line) => lines.has(line)),
  ).toEqual([]);
});

test('a text that was changed is as good as missing', () => {
  const path = basePath(hash('a\n'));
  expect(readBase(memoryTree({ [path]: `${baseText('a\n')}more\n` }), hash('a\n'))).toBeUndefined();
  expect(readBase(memoryTree({}), hash('a\n'))).toBeUndefined();
});
