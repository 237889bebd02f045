import { count } from './jest-result.ts';
import { chooseStages, STAGES } from './stages.ts';

test('stages run in their own order, whatever order they are asked for in', () => {
  expect(chooseStages(['unit', 'lint'])).toMatchObject([{ name: 'lint' }, { name: 'unit' }]);
  expect(chooseStages([])).toBe(STAGES);
  expect(chooseStages(['units'])).toEqual(
    new Error(
      'There is no stage units; there are lint, types, build, unit, parts, doors, starters, first-use, pages.',
    ),
  );
});

test('a file that could not run counts as failed', () => {
  const result = { numPassedTests: 3, numFailedTests: 1, numRuntimeErrorTestSuites: 1, testResults: [] };
  expect(count([result, result])).toEqual({ passed: 6, failed: 4 });
});
