import type { HostEdit } from '@joinery/engine';
import { removePreload } from '../edits/import-preload.ts';
import { removeImportedSymbols } from '../edits/import-symbol.ts';
import { dropName } from '../edits/name-result.ts';
import { removeListItem } from '../edits/remove-list-item.ts';
import { removeStatement } from '../edits/remove-statement.ts';
import { removal, type Splice } from '../edits/splice.ts';
import { unwrapCall, wrapsCall } from '../edits/wrap-call.ts';
import type { Alias } from '../syntax/aliases.ts';
import { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { targetOf } from './records.ts';
import { usesOf } from './uses.ts';

/** Take edits of one file back, each found by what it is bound to. What people put around them stays. */
export function takeBack(
  source: Source,
  edits: readonly HostEdit[],
  aliases: readonly Alias[],
): readonly Splice[] {
  const splices: Splice[] = [];
  const imports = new Map<string, string[]>();
  for (const edit of edits) {
    const { module, symbol } = targetOf(edit);
    if (edit.verb === 'import-preload') splices.push(...removePreload(source, module, aliases));
    else if (symbol === undefined) continue;
    else if (edit.verb === 'import-symbol') imports.set(module, [...(imports.get(module) ?? []), symbol]);
    else {
      const uses = usesOf(source, module, symbol, aliases);
      splices.push(...uses.flatMap((use) => removeUse(source, use, edit.verb)));
    }
  }
  for (const [module, symbols] of imports)
    splices.push(...removeImportedSymbols(source, module, symbols, aliases));
  return splices;
}

function removeUse(source: Source, use: Node, verb: string): readonly Splice[] {
  const parent = use.getParent();
  if (Node.isArrayLiteralExpression(parent))
    return removeElement(source, parent, use, verb === 'add-property');
  if (!Node.isCallExpression(parent) || parent.getExpression() !== use) return [];
  const statement = parent.getParent();
  if (!Node.isExpressionStatement(statement) || (verb === 'wrap-call' && wrapsCall(parent))) {
    return unwrapCall(source, parent);
  }
  const naming = verb === 'name-result' ? dropName(source, parent) : [];
  return [...removeStatement(source, statement), ...naming];
}

function removeElement(source: Source, list: Node, use: Node, ownProperty: boolean): readonly Splice[] {
  if (!Node.isArrayLiteralExpression(list)) return [];
  const property = list.getParent();
  const object = property?.getParent();
  const only = list.getElements().length === 1;
  if (
    !only ||
    !ownProperty ||
    !Node.isPropertyAssignment(property) ||
    !Node.isObjectLiteralExpression(object)
  ) {
    return removeListItem(source, list.getElements(), use);
  }
  const properties = object.getProperties();
  if (properties.length > 1 || /[\r\n]/.test(object.getText()))
    return removeListItem(source, properties, property);
  const inner = source.text.slice(object.getStart() + 1, object.getEnd() - 1);
  return inner.trim() === property.getText()
    ? [removal(object.getStart() + 1, object.getEnd() - 1)]
    : removeListItem(source, properties, property);
}
