import { join } from 'node:path';
import { checkLaws } from './check-laws.ts';

const health = join(__dirname, '../../../../generators/health');

test('one call tries a package in all fixtures, with the features it names', async () => {
  const report = await checkLaws(health, { runs: 1, seed: 11 });
  expect(report).toMatchObject({ faults: [], seed: 11 });
  expect(report.homes).toContain('health');
  expect(report.tried).toMatchObject({ L1: expect.any(Number), L2: expect.any(Number) });
  expect(report.tried.L3).toBeGreaterThan(10);
});

test('a folder without a feature is no reason to be content', async () => {
  await expect(checkLaws(__dirname)).rejects.toThrow('holds no feature');
});
