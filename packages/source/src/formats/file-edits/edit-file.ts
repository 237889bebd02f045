import type { FileEditRequest, FileEditResult, LockedFileEdit, Problem } from '@joinery/engine';
import type { FileEdit } from '@joinery/kit';
import { formatOf } from './formats-of.ts';
import { makeEdit, undoEdit } from './make-edit.ts';

/**
 * Bring a file that people own from the edits that stand in it to those that are wanted. All of ours are taken out and
 * made again in one order, so that it does not matter in which order features came; nothing happens when all stand.
 */
export function editFile(request: FileEditRequest): FileEditResult {
  const [mark = ''] = /^\uFEFF/.exec(request.text ?? '') ?? [];
  const result = edit({ ...request, text: request.text?.slice(mark.length) });
  return result.kind === 'edited' ? { ...result, text: mark + result.text } : result;
}

function edit({ file, text, before, wanted }: FileEditRequest): FileEditResult {
  if (text !== undefined && stands(file, text, before, wanted))
    return { kind: 'edited', text, placed: before, theirs: [], left: [] };
  const left: FileEdit[] = [];
  let current = text ?? '';
  for (const locked of before.toReversed()) {
    const undone = undoEdit(file, current, locked);
    if (undone.left) left.push(locked.edit);
    current = undone.text;
  }
  const placed: LockedFileEdit[] = [];
  const theirs: FileEdit[] = [];
  for (const edit of wanted) {
    const format = formatOf(file, edit);
    if (format === undefined) return refused(file, current, 0, 'its format is not known by its name', edit);
    const made = makeEdit(current, edit, format);
    if (made.kind === 'refused') return refused(file, current, made.at, made.why, edit, format.snippet());
    if (made.kind === 'theirs') {
      if (made.same === 'other') theirs.push(edit);
      continue;
    }
    current = made.text;
    placed.push({ edit, put: made.put });
  }
  return { kind: 'edited', text: current, placed, theirs, left };
}

/** Whether all that is wanted is ours already and stands. */
function stands(
  file: string,
  text: string,
  before: readonly LockedFileEdit[],
  wanted: readonly FileEdit[],
): boolean {
  if (JSON.stringify(before.map(({ edit }) => keyOf(edit))) !== JSON.stringify(wanted.map(keyOf)))
    return false;
  return wanted.every((edit) => formatOf(file, edit)?.find(text).kind === 'same');
}

/** The same for the same edit, whatever the order of its keys. */
function keyOf(edit: FileEdit): unknown {
  return Object.entries(edit).sort(([a], [b]) => (a < b ? -1 : 1));
}

function refused(
  file: string,
  text: string,
  at: number,
  why: string,
  edit: FileEdit,
  snippet = JSON.stringify(edit),
): FileEditResult {
  const line = text.slice(0, at).split('\n').length;
  const problem: Problem = {
    kind: 'problem',
    id: 'file-edit-refused',
    exitCode: 4,
    found: `\`${file}\` can’t be edited safely: ${why}.`,
    todo: 'Put the snippet in by hand; the next run finds it and goes on.',
    places: [`${file}:${line}`],
    snippets: [
      { file, where: 'path' in edit ? `at \`${edit.path.join('.')}\`` : 'in the file', text: snippet },
    ],
  };
  return { kind: 'refused', problem };
}
