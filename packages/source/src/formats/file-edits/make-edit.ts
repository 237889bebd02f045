import type { LockedFileEdit } from '@joinery/engine';
import type { FileEdit } from '@joinery/kit';
import { applySplices } from '../../edits/splice.ts';
import { type BoundFormat, formatOf } from './formats-of.ts';
import { piecesOf, putBack, withoutImport } from './log-calls-verb.ts';
import { dataAt, isBare, sameMeaning } from './meaning.ts';
import { parsed } from './source-format.ts';

export type Put = LockedFileEdit['put'];

export type Made =
  | { readonly kind: 'made'; readonly text: string; readonly put: Put }
  /** People have it already, or something else in its place. */
  | { readonly kind: 'theirs'; readonly same: 'same' | 'other'; readonly at: number }
  | { readonly kind: 'refused'; readonly at: number; readonly why: string };

/** Make an edit, unless people made it already. Whatever else the text says must stay said. */
export function makeEdit(text: string, edit: FileEdit, format: BoundFormat): Made {
  const standing = format.find(text);
  if (standing.kind === 'unclear') return { kind: 'refused', at: standing.at, why: standing.why };
  if (standing.kind !== 'missing') return { kind: 'theirs', same: standing.kind, at: standing.at };
  const splices = format.place(text);
  const after = applySplices(text, splices);
  const start = Math.min(...splices.map((splice) => splice.start));
  const end = Math.max(...splices.map((splice) => splice.end));
  const found = format.find(after);
  const expected = format.expected(format.read(text));
  if (splices.length === 0 || found.kind !== 'same' || !says(after, expected, format)) {
    return { kind: 'refused', at: 0, why: 'no place was found that leaves the rest as it is' };
  }
  if (edit.kind === 'log-calls') {
    const put = { text: '', was: '', at: 0, outer: 0, pieces: piecesOf(text, splices) };
    return { kind: 'made', text: after, put };
  }
  const put = {
    text: after.slice(start, end + after.length - text.length),
    was: text.slice(start, end),
    at: found.at - start,
    outer: knownKeys(format.read(text), edit),
  };
  return { kind: 'made', text: after, put };
}

/** Take an edit out: to the byte where its surroundings stand, by the format's own means where people changed them. */
export function undoEdit(file: string, text: string, { edit, put }: LockedFileEdit): Undone {
  if (edit.kind === 'log-calls') return undoLogCalls(file, text, edit, put.pieces ?? []);
  const format = formatOf(file, edit);
  const standing = format?.find(text);
  if (format === undefined || standing === undefined || standing.kind === 'missing')
    return { text, left: false };
  if (standing.kind !== 'same') return { text, left: true };
  const start = standing.at - put.at;
  if (start >= 0 && text.startsWith(put.text, start)) {
    const exact = text.slice(0, start) + put.was + text.slice(start + put.text.length);
    if (isUndone(exact, text, format)) return { text: exact, left: false };
  }
  const loose = takenOut(text, format);
  return loose === undefined
    ? { text, left: true }
    : { text: withoutBare(file, loose, edit, put.outer), left: false };
}

export interface Undone {
  readonly text: string;
  /** Whether it was changed so much that it is left to people. */
  readonly left: boolean;
}

function undoLogCalls(
  file: string,
  text: string,
  edit: Extract<FileEdit, { kind: 'log-calls' }>,
  pieces: NonNullable<Put['pieces']>,
): Undone {
  const source = parsed(file, text);
  if (source.error !== undefined) return { text, left: true };
  const undone = putBack(source, edit, pieces);
  return { ...undone, text: withoutImport(parsed(file, undone.text), edit, pieces) };
}

function takenOut(text: string, format: BoundFormat): string | undefined {
  const splices = format.takeOut(text);
  if (splices === undefined) return undefined;
  const loose = applySplices(text, splices);
  return isUndone(loose, text, format) ? loose : undefined;
}

/** Take out what was made to hold the edit and holds nothing any more. */
function withoutBare(file: string, text: string, edit: FileEdit, outer: number): string {
  if (!('path' in edit)) return text;
  let result = text;
  for (let depth = edit.path.length - (edit.kind === 'setting' ? 1 : 0); depth > outer; depth -= 1) {
    const [first, ...rest] = edit.path.slice(0, depth);
    if (first === undefined) return result;
    const probe = formatOf(file, { kind: 'setting', path: [first, ...rest], value: null });
    const value = dataAt(probe?.read(result), [first, ...rest]);
    if (value === undefined || !isBare(value)) return result;
    const holder = formatOf(file, { kind: 'setting', path: [first, ...rest], value });
    const bare = holder === undefined ? undefined : takenOut(result, holder);
    if (bare === undefined) return result;
    result = bare;
  }
  return result;
}

/** How many keys of an edit's path lead somewhere. */
function knownKeys(data: ReturnType<BoundFormat['read']>, edit: FileEdit): number {
  if (!('path' in edit)) return 0;
  const missing = edit.path.findIndex(
    (_, index) => dataAt(data, edit.path.slice(0, index + 1)) === undefined,
  );
  return missing === -1 ? edit.path.length : missing;
}

/** Whether adding the edit again would say just what is said now. */
function isUndone(undone: string, text: string, format: BoundFormat): boolean {
  if (format.find(undone).kind !== 'missing') return false;
  return says(text, format.expected(format.read(undone)), format);
}

/** Whether a text means what it must; one that does not parse does not. */
function says(text: string, expected: ReturnType<BoundFormat['read']>, format: BoundFormat): boolean {
  if (expected === undefined) return true;
  try {
    return sameMeaning(format.read(text), expected);
  } catch {
    return false;
  }
}
