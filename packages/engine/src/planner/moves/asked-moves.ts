import type { MoveStatement, Profile } from '@joinery/kit';
import type { LockedMove, Lockfile } from '../../lockfile/lockfile.ts';
import { EXIT, ProblemError } from '../../problem.ts';
import { joinPath } from '../../profile/path.ts';
import { filesBelow } from '../../tree/files-below.ts';
import type { Tree } from '../../tree/tree.ts';
import type { Said } from '../gather.ts';
import { leaves } from '../render-files.ts';
import type { Move } from './move.ts';

/** Files of people's that features were asked to move, and what the lockfile must say of them. */
export interface AskedMoves {
  readonly moves: readonly Move[];
  readonly locked: Readonly<Record<string, LockedMove>>;
  readonly warnings: readonly string[];
}

interface Context {
  readonly tree: Tree;
  readonly lock: Lockfile;
  readonly profile: Pick<Profile, 'entry' | 'platformFolder'>;
}

/**
 * Compare where people's files are wanted with where earlier moves have brought them. What nobody asks for any more goes back
 * to where it was. Throws ProblemError `cannot-move`.
 */
export function askedMoves(said: readonly Said[], context: Context): AskedMoves {
  const asked = new Map(said.flatMap((one) => (isMove(one) ? [[pathOf(one.statement.from), one]] : [])));
  const before = context.lock.moves ?? {};
  const sources = [...new Set([...asked.keys(), ...Object.keys(before)])].sort();
  const planned = sources.map((from) => planMove(from, asked.get(from), before[from], context));
  return {
    moves: planned.flatMap(({ moves }) => moves),
    locked: Object.fromEntries(planned.flatMap(({ locked }) => locked)),
    warnings: planned.flatMap(({ warnings }) => warnings),
  };
}

interface PlannedMove {
  readonly moves: readonly Move[];
  readonly locked: readonly (readonly [string, LockedMove])[];
  readonly warnings: readonly string[];
}

function planMove(
  from: string,
  asked: Said<MoveStatement> | undefined,
  locked: LockedMove | undefined,
  context: Context,
): PlannedMove {
  const { tree } = context;
  const to = asked === undefined ? from : pathOf(asked.statement.to);
  const owners = asked === undefined ? (locked?.owners ?? []) : [asked.feature.name];
  const files = locked?.files ?? filesAt(from, to, tree);
  const stays: PlannedMove['locked'] = asked === undefined ? [] : [[from, { to, files, owners }]];
  const current = locked?.to ?? from;
  if (current === to) return { moves: [], locked: stays, warnings: [] };
  if (files.length === 0) throw cannot(from, 'there is nothing there');
  const moves: Move[] = [];
  const warnings: string[] = [];
  for (const file of files) {
    const [a, b] = [joinPath(current, file), joinPath(to, file)];
    if (tree.read(a) === undefined) continue;
    const why = obstacle(a, b, context);
    if (why !== undefined && asked !== undefined) throw cannot(a, why);
    if (why !== undefined) warnings.push(`\`${a}\` stays where it is: ${why}.`);
    else for (const pair of withTests(a, b, tree)) moves.push({ ...pair, pristine: false, owners });
  }
  return { moves, locked: stays, warnings };
}

/** What a file or a folder holds, from its own path: `['']` for a file. One that was moved by hand already counts, too. */
function filesAt(from: string, to: string, tree: Tree): readonly string[] {
  if ([from, to].some((path) => SOURCE.test(path) && tree.read(path) !== undefined)) return [''];
  return filesBelow(tree, from)
    .filter((path) => SOURCE.test(path) && !TEST.test(path))
    .map((path) => path.slice(from.length + 1));
}

const SOURCE = /\.[cm]?[jt]sx?$/;
const TEST = /\.(?:test|spec)\.[cm]?[jt]sx?$/;

/** Why a file cannot go where it is wanted. */
function obstacle(from: string, to: string, { tree, lock, profile }: Context): string | undefined {
  if (tree.read(to) !== undefined) return `there is a \`${to}\` already`;
  if (from === profile.entry?.value) return 'it starts the service';
  if (from.startsWith(`${profile.platformFolder}/`) || lock.files[from] !== undefined)
    return 'it is generated, and goes where its feature is told';
  const isEdited = lock.edits.some(({ file }) => file === from) || lock.fileEdits?.[from] !== undefined;
  return isEdited ? 'a feature has lines of its own in it' : undefined;
}

/** A file's own tests, beside it, go along. */
function withTests(from: string, to: string, tree: Tree): readonly Pick<Move, 'from' | 'to'>[] {
  const tests = ['test', 'spec'].map((kind) =>
    [from, to].map((path) => path.replace(/(\.[cm]?[jt]sx?)$/, `.${kind}$1`)),
  );
  const there = tests.flatMap(([a = '', b = '']) =>
    tree.read(a) !== undefined && tree.read(b) === undefined ? [{ from: a, to: b }] : [],
  );
  return [{ from, to }, ...there];
}

function pathOf(path: string): string {
  const normal = joinPath('', path);
  if (normal.startsWith('..') || path.startsWith('/')) throw leaves(path);
  return normal;
}

function isMove(one: Said): one is Said<MoveStatement> {
  return one.statement.kind === 'move';
}

function cannot(path: string, why: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'cannot-move',
    exitCode: EXIT.refused,
    found: `\`${path}\` cannot be moved: ${why}.`,
    todo: 'Name another file, from the folder of the service: `src/orders/pricing.ts`.',
    places: [path],
  });
}
