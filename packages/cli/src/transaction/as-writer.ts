import { EXIT, type Problem, ProblemError } from '@joinery/engine';
import type { ApplyPorts } from './apply-ports.ts';
import type { Disk } from './disk.ts';
import type { HostPlace } from './host-place.ts';
import { acquireLock } from './lock.ts';
import { pendingRecord, type UndoRecord } from './records.ts';
import { recoverLocked } from './recover.ts';
import { writeFailed } from './roll-back.ts';

/** Do something as the only writer of a host, after repairing what an earlier one left behind. */
export async function asWriter<T>(
  host: HostPlace,
  { disk }: Pick<ApplyPorts, 'disk'>,
  work: (recovered: readonly string[]) => Promise<T | Problem>,
): Promise<T | Problem> {
  try {
    const release = acquireLock(disk, host);
    try {
      const recovered = recoverLocked(disk, host);
      return await work(recovered === undefined ? [] : [recovered]);
    } finally {
      release();
    }
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    return writeFailed(error, 'Nothing was written.');
  }
}

/** Throw ProblemError `conflicts-pending` while conflicts of an earlier apply wait for people. */
export function requireSettled(disk: Disk, host: HostPlace): void {
  const pending = pendingRecord(disk, host);
  if (pending !== undefined) throw new ProblemError(conflictsPending(pending));
}

function conflictsPending({ story }: UndoRecord): Problem {
  return {
    kind: 'problem',
    id: 'conflicts-pending',
    exitCode: EXIT.error,
    found: `\`joinery ${story.label}\` left conflicts that are not settled yet.`,
    todo: 'Settle them and run `joinery apply --continue`, or take it all back with `joinery apply --abort`.',
    places: story.conflicts,
  };
}
