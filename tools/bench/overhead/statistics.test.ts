import { estimate, interquartileMean } from './statistics.ts';

test('turns in which something was in the way do not count', () => {
  expect(interquartileMean([10, 11, 9, 10, 500, 10, 3, 10])).toBe(10);
});

test('an interval is around the mean, wider for values that differ more, and the same each time', () => {
  const close = estimate([1, 1.1, 0.9, 1.05, 0.95]);
  const far = estimate([1, 3, -1, 2, 0]);
  expect(close.mean).toBeCloseTo(1);
  expect(close.lower).toBeLessThan(1);
  expect(close.upper).toBeGreaterThan(1);
  expect(far.upper - far.lower).toBeGreaterThan(10 * (close.upper - close.lower));
  expect(estimate([1, 3, -1, 2, 0])).toEqual(far);
});
