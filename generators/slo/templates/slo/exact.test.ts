import fc from 'fast-check';
import { complement, exact, fraction, printDecimal, times, toNumber } from './exact.ts';

test('computes without the noise of binary fractions', () => {
  const budget = complement(times(exact('99.9'), fraction(1, 100)));
  expect(printDecimal(budget)).toBe('0.001');
  expect(printDecimal(times(exact('14.4'), budget))).toBe('0.0144');
  expect(1 - 0.999).not.toBe(0.001);
});

test('rounds what has no end', () => {
  expect(printDecimal(fraction(28, 30))).toBe('0.933333');
});

test('prints what it reads, and is near what JavaScript computes', () => {
  const percent = fc.integer({ min: 1, max: 99_999_999 }).map((whole) => String(whole / 1e6));
  fc.assert(
    fc.property(percent, (text) => {
      expect(printDecimal(exact(text))).toBe(text);
      const budget = complement(times(exact(text), fraction(1, 100)));
      expect(toNumber(budget)).toBeCloseTo(1 - Number(text) / 100, 12);
      expect(Number(printDecimal(budget))).toBe(toNumber(budget));
    }),
  );
});
