import { breakNear, endOfTrailingComments, indentOf, startsLine } from '../syntax/layout.ts';
import type { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { type EditStyle, styleOf } from '../syntax/style.ts';
import { insertion, type Splice } from './splice.ts';

/** A list in brackets: its opening bracket, its items, its closing bracket. */
export interface ItemList {
  /** Right after the opening bracket. */
  readonly open: number;
  readonly items: readonly Node[];
  /** Right before the closing bracket. */
  readonly close: number;
  /** What stands inside brackets that hold one line. */
  readonly padding: '' | ' ';
}

/** Put an item last in a list: on a line of its own where the last one has one. */
export function appendItem(source: Source, list: ItemList, code: string, host: EditStyle): Splice {
  const { text } = source;
  const { items, close } = list;
  const last = items.at(-1);
  if (last === undefined) return intoEmpty(source, list, code, host);
  const between = text.slice(last.getEnd(), close);
  const comma = /^\s*,/.exec(between)?.[0].length ?? 0;
  const end = last.getEnd() + comma;
  const { end: at, endsLine } = endOfTrailingComments(text, end);
  if (startsLine(text, last.getStart()) && endsLine && at < close) {
    const eol = breakNear(text, at) ?? styleOf(source, host).eol;
    const line = `${eol}${indentOf(text, last.getStart())}${code}`;
    if (comma > 0) return insertion(at, `${line},`);
    return at === end
      ? insertion(end, `,${line}`)
      : { start: end, end: at, text: `,${text.slice(end, at)}${line}` };
  }
  if (comma > 0) return insertion(end, ` ${code},`);
  return insertion(last.getEnd(), `, ${code}`);
}

function intoEmpty(
  source: Source,
  { open, close, padding }: ItemList,
  code: string,
  host: EditStyle,
): Splice {
  const { text } = source;
  const inner = text.slice(open, close);
  if (inner.trim() === '' && !/[\r\n]/.test(inner)) {
    return { start: open, end: close, text: `${padding}${code}${padding}` };
  }
  const style = styleOf(source, host);
  const { end: at, endsLine } = endOfTrailingComments(text, open);
  const indent = indentOf(text, close) + style.indent;
  if (endsLine) return insertion(at, `${breakNear(text, at) ?? style.eol}${indent}${code},`);
  return insertion(open, `${padding}${code} `);
}
