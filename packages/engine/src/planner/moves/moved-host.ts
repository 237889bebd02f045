import type { Profile } from '@joinery/kit';
import type { LockedMove, Lockfile } from '../../lockfile/lockfile.ts';
import { hash } from '../../tree/hash.ts';
import type { Tree } from '../../tree/tree.ts';
import type { Said } from '../gather.ts';
import type { HostEditor } from '../host-editor.ts';
import type { Change, Reason } from '../plan.ts';
import type { WantedFile } from '../render-files.ts';
import { askedMoves } from './asked-moves.ts';
import { generatedMoves } from './generated-moves.ts';
import type { Move } from './move.ts';
import { movedBases } from './moved-bases.ts';

/** The host as it is once files have moved; everything else is planned on it. */
export interface MovedHost {
  readonly tree: Tree;
  readonly lock: Lockfile;
  readonly moves: Readonly<Record<string, LockedMove>>;
  readonly warnings: readonly string[];
  /** Make of changes to the moved host changes to the host as it is. */
  readonly whole: (changes: readonly Change[]) => readonly Change[];
}

interface MoveInput {
  readonly tree: Tree;
  readonly lock: Lockfile;
  readonly profile: Profile;
  readonly editor: Pick<HostEditor, 'retarget'>;
}

/**
 * Move what must move, and let every import of it follow. Nothing is read when nothing moves. Throws ProblemError
 * `cannot-move`.
 */
export function moveFiles(
  said: readonly Said[],
  wanted: readonly WantedFile[],
  { tree, lock, profile, editor }: MoveInput,
): MovedHost {
  const asked = askedMoves(said, { tree, lock, profile });
  const moves = [...asked.moves, ...generatedMoves(wanted, lock, tree)];
  const { locked, warnings } = asked;
  if (moves.length === 0) return { tree, lock, moves: locked, warnings, whole: (changes) => changes };
  const texts = movedTexts(moves, { tree, lock, editor });
  const edited = Object.keys(lock.files).filter((path) => texts.get(placeOf(path, moves)) !== undefined);
  const bases = movedBases(edited, moves, { tree, lock, editor });
  for (const [path, text] of bases.texts) texts.set(path, text);
  return {
    tree: overlay(tree, texts),
    lock: { ...lock, files: { ...movedFiles(lock.files, moves), ...bases.files } },
    moves: locked,
    warnings,
    whole: (changes) => wholeChanges(changes, tree, texts, moves),
  };
}

/** What stands where afterwards. Generated files as they were written are rendered anew, so they are not followed here. */
function movedTexts(
  moves: readonly Move[],
  { tree, lock, editor }: Pick<MoveInput, 'tree' | 'lock' | 'editor'>,
): Map<string, string | undefined> {
  const texts = new Map<string, string | undefined>();
  for (const { from, to, pristine } of moves) {
    texts.set(from, undefined);
    texts.set(to, pristine ? undefined : tree.read(from));
  }
  const fresh = new Set(moves.flatMap(({ to, pristine }) => (pristine ? [to] : [])));
  for (const { path, text } of editor.retarget(tree, moves)) {
    const isPristine = lock.files[path]?.hash === hash(tree.read(path) ?? '');
    if (!fresh.has(path) && !isPristine) texts.set(path, text);
  }
  return texts;
}

function placeOf(path: string, moves: readonly Move[]): string {
  return moves.find(({ from }) => from === path)?.to ?? path;
}

function overlay(tree: Tree, texts: ReadonlyMap<string, string | undefined>): Tree {
  return {
    ...tree,
    read: (path) => (texts.has(path) ? texts.get(path) : tree.read(path)),
    list: (folder) => {
      const inside = (path: string) => path.slice(0, Math.max(path.lastIndexOf('/'), 0)) === folder;
      const here = [...texts].filter(([path]) => inside(path));
      const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
      const gone = new Set(here.flatMap(([path, text]) => (text === undefined ? [nameOf(path)] : [])));
      const more = here.flatMap(([path, text]) => (text === undefined ? [] : [nameOf(path)]));
      return [...new Set([...tree.list(folder).filter((name) => !gone.has(name)), ...more])].sort();
    },
  };
}

function movedFiles(files: Lockfile['files'], moves: readonly Move[]): Lockfile['files'] {
  const places = new Map(moves.map((move) => [move.from, move]));
  const entries = Object.entries(files).flatMap(([path, locked]) => {
    const move = places.get(path);
    if (move === undefined) return [[path, locked] as const];
    return move.pristine ? [] : [[move.to, locked] as const];
  });
  return Object.fromEntries(entries);
}

function wholeChanges(
  changes: readonly Change[],
  tree: Tree,
  texts: ReadonlyMap<string, string | undefined>,
  moves: readonly Move[],
): readonly Change[] {
  const others = changes.filter(({ path }) => !texts.has(path));
  const moved = [...texts].flatMap(([path, overlaid]): readonly Change[] => {
    const change = changes.find((one) => one.path === path);
    const text = change === undefined ? overlaid : change.kind === 'delete' ? undefined : change.text;
    return changeOf(path, tree.read(path), text, change?.reason ?? reasonOf(path, moves));
  });
  return [...others, ...moved];
}

function changeOf(
  path: string,
  before: string | undefined,
  text: string | undefined,
  reason: Reason,
): readonly Change[] {
  if (before === text) return [];
  if (before === undefined) return text === undefined ? [] : [{ kind: 'create', path, text, reason }];
  return text === undefined
    ? [{ kind: 'delete', path, before: hash(before), reason }]
    : [{ kind: 'update', path, before: hash(before), text, reason }];
}

function reasonOf(path: string, moves: readonly Move[]): Reason {
  const away = moves.find(({ from }) => from === path);
  if (away !== undefined) return { owners: away.owners, because: `moves to \`${away.to}\`` };
  const here = moves.find(({ to }) => to === path);
  if (here !== undefined) return { owners: here.owners, because: `moves here from \`${here.from}\`` };
  const owners = [...new Set(moves.flatMap((move) => move.owners))].sort();
  return { owners, because: 'imports what moves' };
}
