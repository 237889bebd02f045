import type { LineEdit } from '@joinery/kit';
import { insertion, removal } from '../../edits/splice.ts';
import { breakAt, lineEnd } from '../../syntax/layout.ts';
import { eolOf, linesOf } from './eol.ts';
import type { FileFormat } from './file-format.ts';

/** Files whose lines stand for themselves: `.gitignore`, `.dockerignore`, `CODEOWNERS`. */
export const lineFormat: FileFormat<LineEdit> = {
  find: (text, edit) => {
    const found = linesOf(text).findLast((line) => says(line.text, edit.text));
    return found === undefined ? { kind: 'missing' } : { kind: 'same', at: found.start };
  },
  place: (text, edit) => {
    const eol = eolOf(text);
    const lines = linesOf(text);
    const above =
      edit.after === undefined ? undefined : lines.findLast(({ text }) => text.trim() === edit.after);
    if (above !== undefined) return [insertion(lineEnd(text, above.start), `${eol}${edit.text}`)];
    const open = text !== '' && !/[\r\n]$/.test(text.replace(/^\uFEFF/, ''));
    return [insertion(text.length, open ? `${eol}${edit.text}` : `${edit.text}${eol}`)];
  },
  takeOut: (text, edit) => {
    const found = linesOf(text).findLast((line) => line.text.trim() === edit.text);
    if (found === undefined) return undefined;
    const end = lineEnd(text, found.start);
    return [removal(found.start, end + breakAt(text, end).length)];
  },
  read: (text) => linesOf(text).map((line) => line.text),
  expected: () => undefined,
  snippet: (edit) => edit.text,
};

/** Whether a line says what is asked for, or covers it: `.env*` covers `.env`. */
function says(line: string, wanted: string): boolean {
  const pattern = line.trim().replace(/^\uFEFF/, '');
  if (pattern === wanted) return true;
  if (pattern === '' || /^[#!]|[*?[\]]/.test(wanted) || /^[#!]|[?[\]\\]/.test(pattern)) return false;
  const parts = pattern
    .replace(/^\//, '')
    .split(/\*+/)
    .map((part) => part.replace(/[.+^${}()|\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]*')}$`).test(wanted.replace(/^\//, ''));
}
