import type { CodeStyle } from '@joinery/kit';
import type { ArrayLiteralExpression, ObjectLiteralExpression } from 'ts-morph';
import { breakAt, endOfTrailingComments, indentOf, startsLine } from '../syntax/layout.ts';
import type { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { styleOf } from '../syntax/style.ts';
import { insertion, type Splice } from './splice.ts';

/** Put an element first in an array literal. */
export function addElement(
  source: Source,
  list: ArrayLiteralExpression,
  code: string,
  host: CodeStyle,
): Splice {
  return addFirst(source, list, list.getElements(), code, '', host);
}

/** Put a property first in an object literal. */
export function addProperty(
  source: Source,
  object: ObjectLiteralExpression,
  code: string,
  host: CodeStyle,
): Splice {
  return addFirst(source, object, object.getProperties(), code, ' ', host);
}

function addFirst(
  source: Source,
  list: Node,
  items: readonly Node[],
  code: string,
  padding: string,
  host: CodeStyle,
): Splice {
  const { text } = source;
  const style = styleOf(source, host);
  const open = list.getStart() + 1;
  const [first] = items;
  const { end: at, endsLine } = endOfTrailingComments(text, open);
  if (!endsLine || breakAt(text, at) === '') return inline(text, open, first, code, padding);
  const indent =
    first !== undefined && startsLine(text, first.getStart())
      ? indentOf(text, first.getStart())
      : indentOf(text, list.getEnd() - 1) + style.indent;
  return insertion(at, `${breakAt(text, at)}${indent}${code},`);
}

function inline(text: string, open: number, first: Node | undefined, code: string, padding: string): Splice {
  const space = /^[ \t]*/.exec(text.slice(open))?.[0] ?? '';
  const at = open + space.length;
  if (first !== undefined) return insertion(at, `${code}, `);
  const blank = /[\]}]/.test(text[at] ?? '');
  if (blank) return { start: open, end: at, text: `${padding}${code}${padding}` };
  return insertion(at, `${code} `);
}
