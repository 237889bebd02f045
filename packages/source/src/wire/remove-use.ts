import type { HostEdit } from '@joinery/engine';
import type { ArrayLiteralExpression, CallExpression } from 'ts-morph';
import { relay } from '../edits/list-layout.ts';
import { dropName } from '../edits/name-result.ts';
import { removeListItems } from '../edits/remove-list-items.ts';
import { removeStatement } from '../edits/remove-statement.ts';
import type { Splice } from '../edits/splice.ts';
import { unwrapCall, wrapsCall } from '../edits/wrap-call.ts';
import { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import type { EditStyle } from '../syntax/style.ts';

/** Take one use of a symbol out; `undefined` when people have made something of it that can't be. */
export function removeUse(
  source: Source,
  use: Node,
  edits: readonly HostEdit[],
  style: EditStyle,
): readonly Splice[] | undefined {
  const parent = use.getParent();
  if (Node.isArrayLiteralExpression(parent)) return removeElement(source, parent, use, edits, style);
  if (!Node.isCallExpression(parent) || parent.getExpression() !== use) return undefined;
  const verbs = edits.map((each) => each.verb);
  const statement = statementOf(parent);
  if (statement === undefined)
    return parent.getArguments().length === 1 ? unwrapCall(source, parent) : undefined;
  if (verbs.includes('wrap-call') && wrapsCall(parent)) return unwrapCall(source, parent);
  const block = statement.getParent();
  if (!Node.isStatemented(block)) return undefined;
  const emptied = Node.isBlock(block) ? emptyBraces(source, block, statement, edits) : undefined;
  if (emptied !== undefined) return emptied;
  const naming = verbs.includes('name-result') ? dropName(source, parent) : [];
  return [...removeStatement(source, statement), ...naming];
}

/** The statement that a call is all of, `await` and `void` not counted. */
function statementOf(call: CallExpression): Node | undefined {
  const parent = call.getParent();
  const outer = Node.isAwaitExpression(parent) || Node.isVoidExpression(parent) ? parent.getParent() : parent;
  return Node.isExpressionStatement(outer) ? outer : undefined;
}

function removeElement(
  source: Source,
  list: ArrayLiteralExpression,
  use: Node,
  edits: readonly HostEdit[],
  style: EditStyle,
): readonly Splice[] {
  const property = list.getParent();
  const object = property?.getParent();
  const isOurs = edits.some((each) => each.verb === 'add-property') && list.getElements().length === 1;
  if (!isOurs || !Node.isPropertyAssignment(property) || !Node.isObjectLiteralExpression(object)) {
    return emptyBraces(source, list, use, edits) ?? removeItem(source, list, list.getElements(), use, style);
  }
  return (
    emptyBraces(source, object, property, edits) ??
    (edits.some((each) => each.detail.broken === true)
      ? removeItem(source, object, object.getProperties(), property, style)
      : removeListItems(source, object.getProperties(), [property]))
  );
}

function removeItem(
  source: Source,
  node: Node,
  items: readonly Node[],
  item: Node,
  style: EditStyle,
): readonly Splice[] {
  const kept = items.filter((each) => each !== item).map((each) => each.getText());
  const relaid =
    kept.length > 0 ? relay(source, { node, items, neverBreaksOne: false }, kept, style) : undefined;
  return relaid === undefined ? removeListItems(source, items, [item]) : [relaid];
}

/** Empty braces on one line of the only thing in them, as they were before it came. */
function emptyBraces(
  source: Source,
  braces: Node,
  content: Node,
  edits: readonly HostEdit[],
): readonly Splice[] | undefined {
  const start = braces.getStart() + 1;
  const end = braces.getEnd() - 1;
  const inner = source.text.slice(start, end);
  if (inner.trim() !== content.getText() || /[\r\n]/.test(inner)) return undefined;
  const blank = edits.map((each) => each.detail.blank).find((each) => typeof each === 'string') ?? '';
  return [{ start, end, text: String(blank) }];
}
