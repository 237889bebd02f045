import fc from 'fast-check';
import { readExpression } from './read-expression.ts';

const KNOWN = { signal: ['listens', 'signal-handler'] };

function read(text: string) {
  const result = readExpression(text, KNOWN);
  return result.kind === 'fault' ? result.reason : result.expression;
}

test('`not` binds before `and`, `and` before `or`, whatever the white space', () => {
  const call = (name: string) => ({ kind: 'call', word: 'dependency', name, atLeast: 1 });
  expect(read(`dependency('a')or not dependency("b") and\n!dependency('c')`)).toEqual({
    kind: 'or',
    of: [
      call('a'),
      {
        kind: 'and',
        of: [
          { kind: 'not', of: call('b') },
          { kind: 'not', of: call('c') },
        ],
      },
    ],
  });
  expect(read("(dependency('a') or dependency('b')) and dependency('c')")).toMatchObject({ kind: 'and' });
});

test('the older way to write a word is read, too', () => {
  expect(read("profile.dependency('pg')")).toEqual(read("dependency('pg')"));
});

test('a signal may be asked for several times', () => {
  expect(read("signal('listens', 3)")).toMatchObject({ word: 'signal', name: 'listens', atLeast: 3 });
});

test.each([
  ['', 'it ends too early'],
  ["dependency('a'", 'it ends too early'],
  ["dependency('a') and", 'it ends too early'],
  ["dependency('a') dependency('b')", '`dependency` is not expected here; join with `and` or `or`'],
  ["dependency('a') && dependency('b')", 'write `and` for `&&`'],
  ["dependency('a') || dependency('b')", 'write `or` for `||`'],
  ["dependencies('a')", '`dependencies` is no word of the language; did you mean `dependency`?'],
  ['process.exit(1)', '`.exit(1)` cannot be read'],
  ['dependency(pg)', '`dependency` takes a name in quotes'],
  ["dependency('')", '`dependency` takes a name in quotes'],
  ["dependency('a', 2)", '`,` stands where `)` is expected'],
  ["signal('listens', 0)", 'the second part of `signal` is a number, 1 or more'],
  ["signal('listen')", 'there is no signal `listen` (did you mean `listens`?)'],
  ["not (file('x') or signal('nothing-like-it'))", 'there is no signal `nothing-like-it`'],
  [`${'!'.repeat(500)}file('x')`, 'it is nested too deeply'],
  [`${'('.repeat(500)}file('x')`, 'it is nested too deeply'],
])('%.40j is refused: %s', (text, reason) => {
  expect(read(text)).toBe(reason);
});

test('whatever the text, reading gives an expression or a reason, and never throws', () => {
  const piece = fc.constantFrom(
    'signal',
    'file',
    'and',
    'or',
    'not',
    '!',
    '(',
    ')',
    "'x'",
    ',',
    '2',
    ' ',
    'profile.',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(['fault', 'expression']).toContain(readExpression(text, KNOWN).kind);
    }),
  );
});
