import type { JestFile, JestResult, JestTest } from '../test/jest-result.ts';

/** Say in a few lines how Joinery fared on each starter, and how long each step took. */
export function startersReport(result: JestResult): string {
  return result.testResults.map(starterReport).sort().join('\n\n');
}

function starterReport({ assertionResults }: JestFile): string {
  const name = assertionResults[0]?.ancestorTitles[0] ?? 'a starter that did not run';
  return [name, ...assertionResults.map(stepLine)].join('\n');
}

function stepLine({ title, status, duration }: JestTest): string {
  const seconds = `${((duration ?? 0) / 1_000).toFixed(1)} s`;
  return `  ${status === 'passed' ? '✓' : '✗'} ${seconds.padStart(7)}  ${title}`;
}
