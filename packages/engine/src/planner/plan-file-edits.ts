import type { FileEdit, FileEditStatement } from '@joinery/kit';
import type { LockedFileEdits, Lockfile } from '../lockfile/lockfile.ts';
import { EXIT, ProblemError } from '../problem.ts';
import { joinPath } from '../profile/path.ts';
import { hash } from '../tree/hash.ts';
import type { Tree } from '../tree/tree.ts';
import type { Said } from './gather.ts';
import type { HostEditor } from './host-editor.ts';
import type { Change } from './plan.ts';
import { leaves } from './render-files.ts';

/** What becomes of files that people own and features edit, and what the lockfile must say of them. */
export interface PlannedFileEdits {
  readonly changes: readonly Change[];
  readonly fileEdits: Readonly<Record<string, LockedFileEdits>>;
  readonly warnings: readonly string[];
}

/** What file edits are planned with. */
export interface FileEditContext {
  readonly tree: Tree;
  readonly lock: Lockfile;
  readonly editor: Pick<HostEditor, 'editFile'>;
  /** Files that the plan writes as a whole. */
  readonly written: ReadonlySet<string>;
  /** The package.json that lists the service's packages, which is edited otherwise. */
  readonly manifest?: string;
  /** What the host is now, where `tree` is ahead of it. */
  readonly host?: Tree;
}

/**
 * Bring every file that features edit to what they want of it. Throws ProblemError `file-edits-disagree`, or
 * `file-edit-refused` with the snippet to paste.
 */
export function planFileEdits(said: readonly Said[], context: FileEditContext): PlannedFileEdits {
  const statements = editsIn(said).map((one) => ({ ...one, file: fileOf(one, context) }));
  const files = new Set([
    ...statements.map(({ file }) => file),
    ...Object.keys(context.lock.fileEdits ?? {}),
  ]);
  const planned = [...files].sort().map((file) => {
    const mine = statements.filter((one) => one.file === file);
    return planFile(file, mine, context);
  });
  return {
    changes: planned.flatMap(({ changes }) => changes),
    fileEdits: Object.fromEntries(planned.flatMap(({ locked }) => locked)),
    warnings: planned.flatMap(({ warnings }) => warnings),
  };
}

/** The files of people's that features edit, or have edited. */
export function filesEdited(said: readonly Said[], lock: Lockfile): ReadonlySet<string> {
  const wanted = editsIn(said).map(({ statement }) => joinPath('', statement.file));
  return new Set([...wanted, ...Object.keys(lock.fileEdits ?? {})]);
}

function editsIn(said: readonly Said[]): readonly Said<FileEditStatement>[] {
  return said.filter((one): one is Said<FileEditStatement> => one.statement.kind === 'file-edit');
}

function fileOf(
  { feature, statement }: Said<FileEditStatement>,
  { written, tree, manifest }: FileEditContext,
): string {
  const path = joinPath('', statement.file);
  const outside = path.startsWith('..') && !speaksForAll(path, tree);
  if (outside || statement.file.startsWith('/')) throw leaves(statement.file);
  if (path === 'package.json' || path === manifest || written.has(path)) throw owned(path, feature.name);
  return path;
}

/** Of the workspace, the files that list its packages and paths may be edited. */
function speaksForAll(path: string, { workspace }: Tree): boolean {
  if (workspace === undefined || !path.startsWith(`${workspace}/`)) return false;
  return /^(?:package\.json|pnpm-workspace\.yaml|tsconfig(?:\.base)?\.json)$/.test(
    path.slice(workspace.length + 1),
  );
}

interface FilePlan {
  readonly changes: readonly Change[];
  readonly locked: readonly (readonly [string, LockedFileEdits])[];
  readonly warnings: readonly string[];
}

function planFile(
  file: string,
  mine: readonly Said<FileEditStatement>[],
  context: FileEditContext,
): FilePlan {
  const text = context.tree.read(file);
  const locked = context.lock.fileEdits?.[file];
  const wanted = distinct(file, mine);
  const make = mine.some(({ statement }) => statement.absent === 'create');
  if (text === undefined && (wanted.length === 0 || !make)) return { changes: [], locked: [], warnings: [] };
  const before = text === undefined ? [] : (locked?.edits ?? []);
  const result = context.editor.editFile({ file, text, before, wanted });
  if (result.kind === 'refused') throw new ProblemError(result.problem);
  const owners = [...new Set(mine.map(({ feature }) => feature.name))].sort();
  const created = text === undefined || (locked?.created ?? false);
  return {
    changes: changeOf(file, (context.host ?? context.tree).read(file), result.text, created, owners),
    locked: result.placed.length === 0 ? [] : [[file, { created, owners, edits: result.placed }]],
    warnings: [
      ...result.theirs.map((edit) => `\`${file}\` sets ${inWords(edit)} to something of yours, which stays.`),
      ...result.left.map(
        (edit) => `In \`${file}\`, ${inWords(edit)} was changed, so it is left for you to take out.`,
      ),
    ],
  };
}

/** Each edit once, in an order of its own. */
function distinct(file: string, mine: readonly Said<FileEditStatement>[]): readonly FileEdit[] {
  const edits = new Map<string, FileEdit>();
  for (const { statement } of mine) {
    const { edit } = statement;
    const other = mine.find((one) => isOther(one.statement.edit, edit));
    if (other !== undefined) throw disagree(file, edit, mine);
    edits.set(`${edit.kind} ${JSON.stringify(Object.entries(edit).sort())}`, edit);
  }
  return [...edits].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edit]) => edit);
}

/** Whether two settings want one value to be two things. */
function isOther(a: FileEdit, b: FileEdit): boolean {
  return (
    a.kind === 'setting' &&
    b.kind === 'setting' &&
    JSON.stringify(a.path) === JSON.stringify(b.path) &&
    JSON.stringify(a.value) !== JSON.stringify(b.value)
  );
}

function inWords(edit: FileEdit): string {
  if ('path' in edit) return `\`${edit.path.join('.')}\``;
  if (edit.kind === 'log-calls') return `a call of \`${edit.name}\``;
  if ('of' in edit) return `\`${edit.of}\``;
  if ('module' in edit) return `what it takes from \`${edit.module}\``;
  return `\`${'text' in edit ? edit.text : edit.option.join(' ')}\``;
}

function changeOf(
  path: string,
  before: string | undefined,
  text: string,
  created: boolean,
  owners: readonly string[],
): readonly Change[] {
  const reason = { owners, because: 'holds a few lines that the features need' };
  if (before === text) return [];
  if (before === undefined) return [{ kind: 'create', path, text, reason }];
  if (created && /^\s*(?:\{\s*\})?\s*$/.test(text))
    return [{ kind: 'delete', path, before: hash(before), reason }];
  return [{ kind: 'update', path, before: hash(before), text, reason }];
}

function owned(path: string, feature: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'file-edits-disagree',
    exitCode: EXIT.unresolved,
    found: `\`${feature}\` edits \`${path}\`, which Joinery writes itself.`,
    todo: 'Its author should contribute to a slot of the feature that writes the file.',
    places: [path],
  });
}

function disagree(path: string, edit: FileEdit, mine: readonly Said<FileEditStatement>[]): ProblemError {
  const names = [...new Set(mine.map(({ feature }) => `\`${feature.name}\``))].sort().join(' and ');
  return new ProblemError({
    kind: 'problem',
    id: 'file-edits-disagree',
    exitCode: EXIT.unresolved,
    found: `${names} want ${inWords(edit)} of \`${path}\` to be different things.`,
    todo: 'Leave one of them out.',
    places: [path],
  });
}
