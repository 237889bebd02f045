import { EXIT, ProblemError } from '../problem.ts';
import type { Tree } from '../tree/tree.ts';
import { LOCKFILE, type Lockfile } from './lockfile.ts';

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

const OBJECTS = ['features', 'files', 'dependencies', 'scripts', 'dotenv'] as const;
const LISTS = ['edits', 'startOptions'] as const;

/** Read what is there. Throws ProblemError `broken-lockfile`, `lockfile-conflict` or `newer-lockfile`. */
export function readLockfile(tree: Tree): Lockfile {
  const text = tree.read(LOCKFILE);
  if (text === undefined) return EMPTY_LOCKFILE;
  if (/^(?:<{7}|>{7}|={7})/m.test(text)) throw conflicted();
  const parsed = parse(text);
  if (!isRecord(parsed)) throw broken('it holds no object');
  if (typeof parsed.schema === 'number' && parsed.schema > 1) throw newer(parsed.schema);
  const wrong = [
    ...OBJECTS.filter((key) => !isRecord(parsed[key])),
    ...LISTS.filter((key) => !Array.isArray(parsed[key])),
  ];
  if (wrong.length > 0) throw broken(`\`${wrong.join('`, `')}\` is missing or of the wrong type`);
  return parsed as unknown as Lockfile;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw broken(error instanceof Error ? error.message : String(error));
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
    found: `${LOCKFILE} cannot be read: ${why}.`,
    todo: 'Restore it from version control. It is written by Joinery and not meant to be edited by hand.',
    places: [LOCKFILE],
  });
}

function conflicted(): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'lockfile-conflict',
    exitCode: EXIT.error,
    found: `${LOCKFILE} holds merge-conflict markers.`,
    todo: 'Take either side whole (`git checkout --ours joinery.lock.json`), then run `joinery add` with the features of both sides.',
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
