import { EXIT, type Problem, ProblemError } from '@joinery/engine';
import type { ApplyPorts } from './apply-ports.ts';
import type { HostPlace } from './host-place.ts';
import type { Journal } from './journal.ts';
import { restore } from './restore.ts';

/** Put every file back after a failure, and say what failed. */
export function rollBack(error: unknown, host: HostPlace, journal: Journal, { disk }: ApplyPorts): Problem {
  try {
    restore(disk, host, journal);
  } catch (second) {
    return {
      kind: 'problem',
      id: 'rollback-failed',
      exitCode: EXIT.error,
      found: `Applying failed (${describe(error)}), and putting the files back failed too (${describe(second)}).`,
      todo: 'Correct that; the next `joinery` command in this service puts the files back before anything else.',
    };
  }
  if (error instanceof ProblemError) return error.problem;
  return writeFailed(error, 'Every file was put back.');
}

/** The system refused a write. */
export function writeFailed(error: unknown, outcome: string): Problem {
  return {
    kind: 'problem',
    id: 'write-failed',
    exitCode: EXIT.error,
    found: `The changes could not be written: ${describe(error)}. ${outcome}`,
    todo: 'Correct that (room on the disk, permissions), then run the command again.',
  };
}

function describe(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.found;
  const isError = typeof error === 'object' && error !== null && 'message' in error;
  return isError ? String(error.message) : String(error);
}
