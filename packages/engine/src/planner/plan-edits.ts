import type { Profile } from '@joinery/kit';
import type { Lockfile } from '../lockfile/lockfile.ts';
import { ProblemError } from '../problem.ts';
import type { Tree } from '../tree/tree.ts';
import type { Said } from './gather.ts';
import type { EditOutcome, HostEditor } from './host-editor.ts';
import { filesEdited, type PlannedFileEdits, planFileEdits } from './plan-file-edits.ts';
import type { Wiring } from './platform.ts';

type Wired = Extract<EditOutcome, { kind: 'edited' }>;

/** What becomes of people's files. */
export interface PlannedEdits {
  /** Files that features edit besides are not in it: all of their changes are among `fileEdits`. */
  readonly wiring: Wired;
  readonly fileEdits: PlannedFileEdits;
}

interface Context {
  readonly tree: Tree;
  readonly profile: Profile;
  readonly lock: Lockfile;
  readonly editor: Pick<HostEditor, 'wire' | 'editFile'>;
  readonly written: ReadonlySet<string>;
}

/**
 * Join the platform to people's files and make what features edit in them. Where one file needs both, the edits of
 * features are taken out first and made again on top, so that it does not matter which came first.
 */
export function planEdits(said: readonly Said[], wirings: readonly Wiring[], context: Context): PlannedEdits {
  const { tree, lock, profile } = context;
  const { manifest } = profile;
  const wiring = wire(tree, wirings, context);
  const edited = filesEdited(said, lock);
  const both = wiring.files.map(({ path }) => path).filter((path) => edited.has(path));
  if (both.length === 0) return { wiring, fileEdits: planFileEdits(said, { ...context, manifest }) };
  const plain = overlay(tree, new Map(both.map((path) => [path, withoutEdits(path, context)])));
  const again = wire(plain, wirings, context);
  const wired = overlay(plain, new Map(again.files.map(({ path, text }) => [path, text])));
  const remade = { ...context, manifest, tree: wired, host: tree, lock: withoutPlaces(lock, both) };
  return {
    wiring: { ...again, files: again.files.filter(({ path }) => !edited.has(path)) },
    fileEdits: planFileEdits(said, remade),
  };
}

function wire(tree: Tree, wirings: readonly Wiring[], { profile, lock, editor }: Context): Wired {
  const outcome = editor.wire(tree, profile, wirings, lock.edits);
  if (outcome.kind === 'refused') throw new ProblemError(outcome.problem);
  return outcome;
}

function withoutEdits(file: string, { tree, lock, editor }: Context): string {
  const text = tree.read(file);
  const before = lock.fileEdits?.[file]?.edits ?? [];
  const result = editor.editFile({ file, text, before, wanted: [] });
  if (result.kind === 'refused') throw new ProblemError(result.problem);
  return result.text;
}

/** The lockfile of a host whose files hold no edits of features. */
function withoutPlaces(lock: Lockfile, files: readonly string[]): Lockfile {
  const fileEdits = Object.fromEntries(
    Object.entries(lock.fileEdits ?? {}).map(([file, locked]) => [
      file,
      files.includes(file) ? { ...locked, edits: [] } : locked,
    ]),
  );
  return { ...lock, fileEdits };
}

function overlay(tree: Tree, texts: ReadonlyMap<string, string>): Tree {
  return { ...tree, read: (path) => texts.get(path) ?? tree.read(path), list: (folder) => tree.list(folder) };
}
