import fc from 'fast-check';
import { merge } from './merge.ts';

const base = 'one\ntwo\nthree\nfour\nfive\n';

test('changes in different places come together', () => {
  const ours = base.replace('one', 'ours');
  const theirs = base.replace('five', 'theirs');
  expect(merge(base, ours, theirs, 'a.ts')).toEqual({
    kind: 'merged',
    text: 'ours\ntwo\nthree\nfour\ntheirs\n',
  });
});

test('the same change on both sides is no conflict', () => {
  const both = base.replace('three', '3');
  expect(merge(base, both, both, 'a.ts')).toEqual({ kind: 'merged', text: both });
});

test('a conflict is shown as one, with a whole line for each marker', () => {
  const outcome = merge('a\nb', 'a\nours', 'a\ntheirs', 'a.md');
  expect(outcome).toEqual({
    kind: 'conflict',
    count: 1,
    text: 'a\n<<<<<<< yours\nours\n=======\ntheirs\n>>>>>>> joinery\n',
  });
});

test('line ends and the missing last one stay', () => {
  const text = 'a\r\nb\r\nc';
  expect(merge(text, text.replace('a', 'x'), text.replace('c', 'y'), 'a.ts')).toEqual({
    kind: 'merged',
    text: 'x\r\nb\r\ny',
  });
});

test('a side that did nothing gives way to the other, whatever the texts', () => {
  const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', 'd')).map((lines) => lines.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(merge(before, before, after, 'a.ts')).toEqual({ kind: 'merged', text: after });
      expect(merge(before, after, before, 'a.ts')).toEqual({ kind: 'merged', text: after });
    }),
  );
});

test('changes of neighbouring lines, and an insertion beside a change, are no conflict', () => {
  const ours = base.replace('two', 'ours').replace('four\n', 'four\nmine\n');
  const theirs = base.replace('three', 'theirs').replace('five', '5');
  expect(merge(base, ours, theirs, 'a.md')).toEqual({
    kind: 'merged',
    text: 'one\nours\ntheirs\nfour\nmine\n5\n',
  });
});

test('edits that do not overlap come together, whatever they are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('keep', 'ours', 'theirs'), { minLength: 1, maxLength: 30 }),
      (kinds) => {
        const side = (name: string) =>
          kinds.map((kind, line) => `${kind === name ? name : 'base'} ${line}\n`).join('');
        const both = kinds.map((kind, line) => `${kind === 'keep' ? 'base' : kind} ${line}\n`).join('');
        const outcome = merge(side('keep').replaceAll('keep', 'base'), side('ours'), side('theirs'), 'a.md');
        expect(outcome).toEqual({ kind: 'merged', text: both });
      },
    ),
  );
});

const IMPORTS = `import { a } from 'a';
import { env } from './env.js';
`;

test.each([
  [
    'declarations that both sides add',
    IMPORTS.replace('import { env', "import { ours } from 'ours';\nimport { env"),
    IMPORTS.replace('import { env', "import { theirs } from 'theirs';\nimport { env"),
    "import { a } from 'a';\nimport { theirs } from 'theirs';\nimport { ours } from 'ours';\nimport { env } from './env.js';\n",
  ],
  [
    'names that both sides add to one declaration, in their order',
    IMPORTS.replace('{ a }', '{ a, z }'),
    IMPORTS.replace('{ a }', '{ a, m, type T }'),
    IMPORTS.replace('{ a }', '{ a, m, type T, z }'),
  ],
  [
    'a declaration that one side takes out and a name that the other adds',
    IMPORTS.replace('{ env }', '{ env, extra }'),
    IMPORTS.replace("import { a } from 'a';\n", ''),
    "import { env, extra } from './env.js';\n",
  ],
])('imports: %s', (_, ours, theirs, text) => {
  expect(merge(IMPORTS, ours, theirs, 'a.ts')).toEqual({ kind: 'merged', text });
});

const LIST = "const checks = [\n  { name: 'a' },\n];\nconst short = [1, 2];\n";

test.each([
  [
    'items on lines of their own',
    LIST.replace("'a' },\n", "'a' },\n  { name: 'ours' },\n"),
    LIST.replace("'a' },\n", "'a' },\n  { name: 'theirs' },\n"),
    LIST.replace("'a' },\n", "'a' },\n  { name: 'theirs' },\n  { name: 'ours' },\n"),
  ],
  [
    'items on one line',
    LIST.replace('[1, 2]', '[1, 2, 3]'),
    LIST.replace('[1, 2]', '[2, 4]'),
    LIST.replace('[1, 2]', '[2, 4, 3]'),
  ],
])('lists: %s', (_, ours, theirs, text) => {
  expect(merge(LIST, ours, theirs, 'a.ts')).toEqual({ kind: 'merged', text });
});

test('an item that both sides make something else of is a conflict', () => {
  const ours = LIST.replace('[1, 2]', '[1, 3]');
  expect(merge(LIST, ours, LIST.replace('[1, 2]', '[1, 4]'), 'a.ts')).toMatchObject({
    kind: 'conflict',
    count: 1,
  });
});

const JSON_TEXT = '{\n  // why\n  "a": 1,\n  "list": ["x"],\n  "deep": { "b": 1 }\n}\n';

test('JSON comes together by its values, and keeps its comments', () => {
  const ours = JSON_TEXT.replace('"a": 1', '"a": 1,\n  "mine": true').replace('["x"]', '["x", "o"]');
  const theirs = '{ "a": 2, "list": ["x", "t"], "deep": { "b": 1, "c": 2 }, "new": 3 }';
  const outcome = merge(JSON_TEXT, ours, theirs, 'a.json');
  expect(outcome.text).toContain('// why\n  "a": 2,\n  "mine": true');
  expect(JSON.parse(outcome.text.replace('// why', ''))).toEqual({
    a: 2,
    mine: true,
    list: ['x', 't', 'o'],
    deep: { b: 1, c: 2 },
    new: 3,
  });
});

test('one JSON value that both sides set is a conflict', () => {
  const outcome = merge(JSON_TEXT, JSON_TEXT.replace('1', '2'), JSON_TEXT.replace('1', '3'), 'a.json');
  expect(outcome).toMatchObject({ kind: 'conflict', count: 1 });
});
