import type { ArrayLiteralExpression, ObjectLiteralExpression } from 'ts-morph';
import { breakAt, endOfTrailingComments, indentOf, startsLine } from '../syntax/layout.ts';
import type { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { type EditStyle, styleOf } from '../syntax/style.ts';
import { relay } from './list-layout.ts';
import { insertion, type Splice } from './splice.ts';

/** Put an element first in an array literal. */
export function addElement(
  source: Source,
  list: ArrayLiteralExpression,
  code: string,
  host: EditStyle,
): Splice {
  return addFirst(source, list, list.getElements(), code, '', host);
}

/** Put a property first in an object literal. */
export function addProperty(
  source: Source,
  object: ObjectLiteralExpression,
  code: string,
  host: EditStyle,
): Splice {
  return addFirst(source, object, object.getProperties(), code, ' ', host);
}

function addFirst(
  source: Source,
  list: Node,
  items: readonly Node[],
  code: string,
  padding: string,
  host: EditStyle,
): Splice {
  const { text } = source;
  const style = styleOf(source, host);
  const open = list.getStart() + 1;
  const [first] = items;
  const { end: at, endsLine } = endOfTrailingComments(text, open);
  if (!endsLine || breakAt(text, at) === '') {
    const wanted = [code, ...items.map((each) => each.getText())];
    const relaid = relay(source, { node: list, items, neverBreaksOne: false }, wanted, style);
    return relaid ?? inline(text, open, first, code, padding);
  }
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
