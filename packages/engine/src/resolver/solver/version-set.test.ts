import fc from 'fast-check';
import { RELATION, sets } from './version-set.ts';

/** Sizes around the ends of words, where mistakes would be. */
const size = fc.constantFrom(0, 1, 5, 28, 29, 30, 31, 58, 59, 60, 61, 100);
const pair = size.chain((of) => {
  const some = fc.uniqueArray(fc.integer({ min: -1, max: of - 1 }), { maxLength: of + 1 });
  return fc.record({ of: fc.constant(of), a: some, b: some });
});

/** -1 stands for "absent". */
function made(of: number, members: readonly number[]) {
  const versions = sets.fromVersions(
    of,
    members.filter((one) => one >= 0),
  );
  return members.includes(-1) ? sets.union(versions, sets.absent(of)) : versions;
}

test('sets of bits behave as sets of numbers', () => {
  fc.assert(
    fc.property(pair, ({ of, a, b }) => {
      const [left, right] = [made(of, a), made(of, b)];
      const all = Array.from({ length: of + 1 }, (_, index) => index - 1);
      const same = (set: readonly number[], members: readonly number[]) =>
        expect(set).toEqual(made(of, members));
      same(sets.everything(of), all);
      same(
        sets.complement(left, of),
        all.filter((one) => !a.includes(one)),
      );
      same(sets.union(left, right), [...new Set([...a, ...b])]);
      same(
        sets.intersect(left, right),
        a.filter((one) => b.includes(one)),
      );
      expect(sets.count(left)).toBe(a.length);
      expect(sets.isEmpty(left)).toBe(a.length === 0);
      expect(sets.mayBeAbsent(left)).toBe(a.includes(-1));
      expect(sets.newest(left)).toBe(Math.max(-1, ...a));
      expect(sets.versions(left)).toEqual(a.filter((one) => one >= 0).sort((x, y) => x - y));
      const isSubset = a.every((one) => b.includes(one));
      const isApart = !a.some((one) => b.includes(one));
      const relation = isSubset
        ? RELATION.satisfied
        : isApart
          ? RELATION.contradicted
          : RELATION.inconclusive;
      expect(sets.relate(left, right)).toBe(relation);
    }),
  );
});
