import { indentOf, lineEnd, lineStart } from '../syntax/layout.ts';
import { fits, type LineLimit } from '../syntax/line-limit.ts';
import type { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { type EditStyle, styleOf } from '../syntax/style.ts';
import type { Splice } from './splice.ts';

/** A list in brackets, and how Prettier sets it. */
export interface BracketList {
  /** From the opening bracket to the closing one. */
  readonly node: Node;
  readonly items: readonly Node[];
  /** An import of a single name stays on its line however long it is. */
  readonly neverBreaksOne: boolean;
}

/**
 * Set a list anew with other items: on one line where that fits, else one item a line.
 * `undefined` where the host does not format with Prettier, or has not set this list as Prettier would.
 */
export function relay(
  source: Source,
  list: BracketList,
  items: readonly string[],
  host: EditStyle,
): Splice | undefined {
  const { limit, eol } = styleOf(source, host);
  const current = list.items.map((each) => each.getText());
  if (limit === undefined || current.length === 0) return undefined;
  if (current.some((each) => /[\r\n]/.test(each))) return undefined;
  const { node } = list;
  if (printList(source, list, current, limit, eol) !== node.getText()) return undefined;
  return {
    start: node.getStart(),
    end: node.getEnd(),
    text: printList(source, list, items, limit, eol),
  };
}

/** Whether a list that stands on one line would be set over several with other items. */
export function wouldBreak(
  source: Source,
  list: BracketList,
  items: readonly string[],
  style: EditStyle,
): boolean {
  const isOneLine = !/[\r\n]/.test(list.node.getText());
  return isOneLine && /[\r\n]/.test(relay(source, list, items, style)?.text ?? '');
}

function printList(
  { text }: Source,
  { node, neverBreaksOne }: BracketList,
  items: readonly string[],
  limit: LineLimit,
  eol: string,
): string {
  const [open = '', close = ''] = [text[node.getStart()], text[node.getEnd() - 1]];
  const padding = open === '[' ? '' : limit.padding;
  const single = `${open}${padding}${items.join(', ')}${padding}${close}`;
  const before = text.slice(lineStart(text, node.getStart()), node.getStart());
  const after = text.slice(node.getEnd(), lineEnd(text, node.getEnd()));
  if (fits(before + single + after, limit) || (items.length === 1 && neverBreaksOne)) return single;
  const indent = indentOf(text, node.getStart());
  const lines = items.map((each) => `${eol}${indent}${limit.indent}${each}`);
  return `${open}${lines.join(',')}${limit.trailingComma === 'none' ? '' : ','}${eol}${indent}${close}`;
}
