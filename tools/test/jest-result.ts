/** What Jest's `--json` says that matters here. */
export interface JestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly JestFile[];
}

export interface JestFile {
  readonly name: string;
  readonly assertionResults: readonly JestTest[];
}

export interface JestTest {
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly status: string;
  readonly duration?: number | null;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Count tests over several runs; a file that could not run at all counts as one that failed. */
export function count(results: readonly JestResult[]): Counts {
  return results.reduce(
    ({ passed, failed }, result) => ({
      passed: passed + result.numPassedTests,
      failed: failed + result.numFailedTests + result.numRuntimeErrorTestSuites,
    }),
    { passed: 0, failed: 0 },
  );
}
