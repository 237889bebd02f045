import { join } from 'node:path';
import { EXIT, hasMarkers, markerLines, type Problem, ProblemError } from '@joinery/engine';
import type { ApplyPorts, ApplySettings } from './apply-ports.ts';
import { asWriter } from './as-writer.ts';
import { writeDurably } from './disk.ts';
import { type HostPlace, locate } from './host-place.ts';
import { findFile, hashBytes, type JournalEntry } from './journal.ts';
import type { Receipt } from './receipt.ts';
import { pendingRecord, replaceRecord, type UndoRecord } from './records.ts';
import { transact } from './transact.ts';
import { nothingPending } from './undo.ts';
import { VerificationBroken, verify } from './verify.ts';

/** What was left to do once people had settled the conflicts. */
export interface Continued extends Pick<Receipt, 'schema' | 'service' | 'install' | 'verified' | 'warnings'> {
  readonly kind: 'continued';
  readonly label: string;
  /** The files that had conflicts. */
  readonly settled: readonly string[];
}

/**
 * Finish an apply whose conflicts people have settled: install, check, and let it be done with. When something fails,
 * what people wrote stays and the apply keeps waiting.
 */
export function continueApply(
  host: HostPlace,
  settings: ApplySettings,
  ports: ApplyPorts,
): Promise<Continued | Problem> {
  return asWriter(host, ports, async (recovered) => {
    const pending = pendingRecord(ports.disk, host);
    if (pending === undefined) return nothingPending;
    const open = openPlaces(host, pending, ports);
    if (open.length > 0) return stillOpen(open);
    const installs = settings.install && pending.story.install !== null;
    const work = {
      targets: [],
      story: { ...pending.story, conflicts: [], end: { kind: 'drop' as const, record: null } },
      install: installs,
      verify: 'none' as const,
      except: [],
      probes: [],
    };
    const installed = await transact(work, host, ports);
    if (installed.kind === 'failed') return installed.problem;
    const asked = { verify: settings.verify, except: [], probes: [] };
    const { verified, warnings } = await verify(host, asked, ports).catch(keepWaiting);
    settle(host, pending, installs, ports);
    return {
      kind: 'continued',
      schema: 1,
      service: pending.story.service,
      label: pending.story.label,
      settled: pending.story.conflicts,
      install: installs ? 'done' : 'not-needed',
      verified,
      warnings: [...recovered, ...warnings],
    };
  });
}

function openPlaces(host: HostPlace, { story }: UndoRecord, { disk }: ApplyPorts): readonly string[] {
  return story.conflicts.flatMap((path) => {
    const { bytes } = findFile(disk, path, locate(disk, host, path));
    const text = new TextDecoder().decode(bytes);
    return hasMarkers(text) ? markerLines(text).map((line) => `${path}:${line}`) : [];
  });
}

/** The record learns what people made of the files, so that undoing later takes that back, too. */
function settle(host: HostPlace, record: UndoRecord, installed: boolean, { disk }: ApplyPorts): void {
  const entries = record.entries.map((entry): JournalEntry => {
    if (!record.story.conflicts.includes(entry.path)) return entry;
    const { bytes } = findFile(disk, entry.path, locate(disk, host, entry.path));
    if (bytes !== undefined && entry.written !== null) {
      writeDurably(disk, join(record.folder, entry.written), bytes, undefined);
    }
    return { ...entry, after: hashBytes(bytes) };
  });
  const phase = installed ? 'installing' : record.phase;
  replaceRecord(disk, { ...record, phase, entries, story: { ...record.story, conflicts: [] } });
}

function keepWaiting(error: unknown): never {
  if (!(error instanceof VerificationBroken)) throw error;
  throw new ProblemError({
    ...error.problem,
    found: error.problem.found.replace(
      'so every file was put back',
      'with the conflicts settled as they are',
    ),
    todo: 'Correct it and run `joinery apply --continue` again, or take everything back with `joinery apply --abort`.',
  });
}

function stillOpen(places: readonly string[]): Problem {
  return {
    kind: 'problem',
    id: 'conflicts-pending',
    exitCode: EXIT.error,
    found: `Conflict markers are left in ${places.length === 1 ? 'a place' : `${places.length} places`}.`,
    todo: 'Settle them and run `joinery apply --continue` again, or take everything back with `joinery apply --abort`.',
    places,
  };
}
