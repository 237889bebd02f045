import { startersReport } from './report.ts';

test('each starter is shown with its steps and their times', () => {
  const step = { ancestorTitles: ['nest-11'], title: 'boots', status: 'passed', duration: 12_345 };
  const result = {
    numPassedTests: 1,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 0,
    testResults: [
      { name: 'b', assertionResults: [step, { ...step, title: 'ends', status: 'failed', duration: null }] },
      { name: 'a', assertionResults: [{ ...step, ancestorTitles: ['express'] }] },
    ],
  };
  expect(startersReport(result)).toBe(
    ['express', '  ✓  12.3 s  boots', '', 'nest-11', '  ✓  12.3 s  boots', '  ✗   0.0 s  ends'].join('\n'),
  );
});
