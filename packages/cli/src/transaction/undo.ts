import { EXIT, type Problem } from '@joinery/engine';
import type { ApplyPorts, ApplySettings } from './apply-ports.ts';
import { asWriter, requireSettled } from './as-writer.ts';
import { requireWritable } from './check-changes.ts';
import type { HostPlace } from './host-place.ts';
import { planUndo, type UndoPlan, type UndoWays } from './plan-undo.ts';
import type { Receipt } from './receipt.ts';
import { listRecords, pendingRecord, type UndoRecord } from './records.ts';
import { transact } from './transact.ts';

/** What taking an apply back did. */
export interface Undone
  extends Pick<Receipt, 'schema' | 'service' | 'written' | 'install' | 'verified' | 'warnings'> {
  readonly kind: 'undone';
  /** What was asked for when it was applied: `add health`. */
  readonly label: string;
  readonly merged: readonly string[];
  readonly kept: readonly string[];
}

/** Find out what undoing the last apply would do, without writing. */
export function previewUndo(
  host: HostPlace,
  force: boolean,
  merge: UndoWays['merge'],
  { disk }: Pick<ApplyPorts, 'disk'>,
): UndoPlan | Problem {
  requireSettled(disk, host);
  const [newest] = listRecords(disk, host);
  return newest === undefined ? nothingToUndo : planUndo(disk, host, newest, { merge, force, settled: [] });
}

/** Take the last apply back, in one transaction; doing it again takes back the one before. */
export function undo(
  host: HostPlace,
  settings: ApplySettings & { readonly force: boolean },
  merge: UndoWays['merge'],
  ports: ApplyPorts,
): Promise<Undone | Problem> {
  return asWriter(host, ports, async (recovered) => {
    const plan = previewUndo(host, settings.force, merge, ports);
    return plan.kind === 'problem' ? plan : takeBack(plan, settings, host, recovered, ports);
  });
}

/** Take an apply back whose conflicts are not settled, with all that was done to settle them. */
export function abortApply(
  host: HostPlace,
  settings: ApplySettings & { readonly force: boolean },
  merge: UndoWays['merge'],
  ports: ApplyPorts,
): Promise<Undone | Problem> {
  return asWriter(host, ports, async (recovered) => {
    const pending = pendingRecord(ports.disk, host);
    if (pending === undefined) return nothingPending;
    const ways = { merge, force: settings.force, settled: pending.story.conflicts };
    const plan = planUndo(ports.disk, host, pending, ways);
    return plan.kind === 'problem'
      ? plan
      : takeBack(plan, { ...settings, verify: 'none' }, host, recovered, ports);
  });
}

async function takeBack(
  { record, targets, merged, kept }: UndoPlan,
  { install, verify }: ApplySettings,
  host: HostPlace,
  recovered: readonly string[],
  ports: ApplyPorts,
): Promise<Undone | Problem> {
  requireWritable(ports.disk, targets);
  const hasInstalled = record.phase === 'installing';
  const work = {
    targets,
    story: storyOf(record),
    install: install && hasInstalled,
    verify,
    except: [],
    probes: [],
  };
  const outcome = await transact(work, host, ports);
  if (outcome.kind === 'failed') return outcome.problem;
  return {
    kind: 'undone',
    schema: 1,
    service: record.story.service,
    label: record.story.label,
    written: targets.map(({ kind, path }) => ({ kind, path })),
    merged,
    kept,
    install: !hasInstalled ? 'not-needed' : install ? 'done' : 'skipped',
    verified: outcome.checked.verified,
    warnings: [...recovered, ...outcome.checked.warnings],
  };
}

function storyOf({ name, story }: UndoRecord): UndoRecord['story'] {
  return {
    ...story,
    label: `undo (${story.label})`,
    at: new Date().toISOString(),
    conflicts: [],
    end: { kind: 'drop', record: name },
  };
}

const nothingToUndo: Problem = {
  kind: 'problem',
  id: 'nothing-to-undo',
  exitCode: EXIT.error,
  found: 'There is no apply that can be taken back here: this machine keeps no record of one.',
  todo: 'Take features out with `joinery remove`, or go back with git.',
};

/** Nothing waits for `--continue` or `--abort`. */
export const nothingPending: Problem = {
  kind: 'problem',
  id: 'nothing-pending',
  exitCode: EXIT.error,
  found: 'No apply with conflicts waits here.',
  todo: '`joinery undo` takes the last apply back.',
};
