import { check } from '../manifest/check.ts';
import { describeFinding } from '../manifest/describe-finding.ts';
import { lockfileSchema } from '../manifest/schemas/lockfile-schema.ts';
import { hasMarkers, sidesOf } from '../planner/git-markers.ts';
import { EXIT, ProblemError } from '../problem.ts';
import type { Tree } from '../tree/tree.ts';
import { LOCKFILE, type Lockfile } from './lockfile.ts';
import { mergeLockfiles } from './merge-lockfiles.ts';

/** A service without any feature. */
export const EMPTY_LOCKFILE: Lockfile = {
  schema: 1,
  tier: 'basic',
  platformFolder: '',
  features: {},
  files: {},
  edits: [],
  dependencies: {},
  scripts: {},
  startOptions: [],
  dotenv: {},
};

/**
 * Read what is there. Where git left conflict markers, both sides are read and brought together. Throws ProblemError
 * `broken-lockfile`, `lockfile-conflict` or `newer-lockfile`.
 */
export function readLockfile(tree: Tree): Lockfile {
  const text = tree.read(LOCKFILE);
  if (text === undefined) return EMPTY_LOCKFILE;
  if (!hasMarkers(text)) return lockfileOf(parse(text));
  const [ours, theirs] = sidesOf(text).map((side) => lockfileOf(parseMerged(side)));
  if (ours === undefined || theirs === undefined) throw conflicted();
  return mergeLockfiles(ours, theirs);
}

function lockfileOf(parsed: unknown): Lockfile {
  if (!isRecord(parsed)) throw broken('it holds no object');
  if (typeof parsed.schema === 'number' && parsed.schema > 1) throw newer(parsed.schema);
  const [finding, ...more] = check(lockfileSchema, parsed);
  if (finding === undefined) return parsed as unknown as Lockfile;
  const { found } = describeFinding(finding, LOCKFILE, []);
  throw broken(more.length === 0 ? found : `${found} There are ${more.length} more faults`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw broken(error instanceof Error ? error.message : String(error));
  }
}

/** One side of a merge: the commas between lines of different branches may be wrong. */
function parseMerged(text: string): unknown {
  const between = text.replace(/([}\]"\w])(\r?\n\s*["{])/g, '$1,$2').replace(/,(\s*[}\]])/g, '$1');
  try {
    return JSON.parse(between);
  } catch {
    throw conflicted();
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function broken(why: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'broken-lockfile',
    exitCode: EXIT.error,
    found: `${LOCKFILE} cannot be read: ${why.replace(/\.$/, '')}.`,
    todo: 'Restore it from version control. It is written by Joinery and not meant to be edited by hand.',
    places: [LOCKFILE],
  });
}

function conflicted(): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'lockfile-conflict',
    exitCode: EXIT.error,
    found: `${LOCKFILE} holds merge-conflict markers, and its two sides cannot be brought together.`,
    todo: 'Take either side whole (`git checkout --ours joinery.lock.json`), then run `joinery apply`: joinery.json says what both sides want.',
    places: [LOCKFILE],
  });
}

function newer(schema: number): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'newer-lockfile',
    exitCode: EXIT.error,
    found: `${LOCKFILE} was written by a newer Joinery (schema ${schema}; this one knows 1).`,
    todo: 'Upgrade Joinery, then run the command again.',
    places: [LOCKFILE],
  });
}
