import { breakAt, lineEnd, lineStart, startsLine } from '../syntax/layout.ts';
import type { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { endOf } from '../syntax/statement.ts';
import { removal, type Splice } from './splice.ts';

/** Take out a statement and the line it stands on; a comment on that line stays. */
export function removeStatement(source: Source, statement: Node): readonly Splice[] {
  const { text } = source;
  const start = statement.getStart();
  const end = endOf(statement);
  if (!startsLine(text, start)) {
    if (text[start - 1] === ' ') return [removal(start - 1, end)];
    return [removal(start, text[end] === ' ' ? end + 1 : end)];
  }
  const rest = text.slice(end, lineEnd(text, end));
  if (rest.trim() !== '') return [removal(start, end + (/^[ \t]*/.exec(rest)?.[0].length ?? 0))];
  return [wholeLines(text, start, end)];
}

/** The lines from `start` to `end` with one line break: the one after them, or at the end of the text the one before. */
export function wholeLines(text: string, start: number, end: number): Splice {
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  const after = breakAt(text, to);
  if (after !== '') return removal(from, to + after.length);
  const before = text.startsWith('\r\n', from - 2) ? 2 : 1;
  return removal(Math.max(0, from - before), to);
}
