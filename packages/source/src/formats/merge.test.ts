import fc from 'fast-check';
import { merge } from './merge.ts';

const base = 'one\ntwo\nthree\nfour\nfive\n';

test('changes in different places come together', () => {
  const ours = base.replace('one', 'ours');
  const theirs = base.replace('five', 'theirs');
  expect(merge(base, ours, theirs)).toEqual({ kind: 'merged', text: 'ours\ntwo\nthree\nfour\ntheirs\n' });
});

test('the same change on both sides is no conflict', () => {
  const both = base.replace('three', '3');
  expect(merge(base, both, both)).toEqual({ kind: 'merged', text: both });
});

test('a conflict is shown as one, with a whole line for each marker', () => {
  const outcome = merge('a\nb', 'a\nours', 'a\ntheirs');
  expect(outcome).toEqual({
    kind: 'conflict',
    count: 1,
    text: 'a\n<<<<<<< yours\nours\n=======\ntheirs\n>>>>>>> joinery\n',
  });
});

test('line ends and the missing last one stay', () => {
  const text = 'a\r\nb\r\nc';
  expect(merge(text, text.replace('a', 'x'), text.replace('c', 'y'))).toEqual({
    kind: 'merged',
    text: 'x\r\nb\r\ny',
  });
});

test('a side that did nothing gives way to the other, whatever the texts', () => {
  const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', 'd')).map((lines) => lines.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(merge(before, before, after)).toEqual({ kind: 'merged', text: after });
      expect(merge(before, after, before)).toEqual({ kind: 'merged', text: after });
    }),
  );
});
