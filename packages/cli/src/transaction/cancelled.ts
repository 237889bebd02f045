import { EXIT, type Problem } from '@joinery/engine';

/** What a person who gives up is told. */
export const cancelled: Problem = {
  kind: 'problem',
  id: 'cancelled',
  exitCode: EXIT.cancelled,
  found: 'Cancelled; every file was put back.',
  todo: 'Run the command again when you like.',
};

/** The end of what a program said, which is where it says what went wrong. */
export function lastLines(output: string): string {
  return output.split('\n').slice(-20).join('\n');
}
