import type { ClassDeclaration, ConstructorDeclaration, ObjectLiteralExpression } from 'ts-morph';
import { unwrap } from '../follow/shape.ts';
import { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import type { ItemList } from './append-item.ts';

/** The items of an array or object literal. */
export function itemsOf(literal: Node): ItemList | undefined {
  const items = Node.isArrayLiteralExpression(literal)
    ? literal.getElements()
    : Node.isObjectLiteralExpression(literal)
      ? literal.getProperties()
      : undefined;
  if (items === undefined) return undefined;
  const padding = Node.isObjectLiteralExpression(literal) ? ' ' : '';
  return { open: literal.getStart() + 1, items, close: literal.getEnd() - 1, padding };
}

/** The parameters of a constructor. */
export function parametersOf(source: Source, constructed: ConstructorDeclaration): ItemList {
  const items = constructed.getParameters();
  const from = source.text.indexOf('(', constructed.getStart());
  const last = items.at(-1)?.getEnd() ?? from + 1;
  return { open: from + 1, items, close: closing(source.text, last), padding: '' };
}

/** The literal a constant of the file's top level is set to; `as const` and `satisfies` are looked through. */
export function literalOf(source: Source, name: string): Node | undefined {
  const value = source.file.getVariableDeclaration(name)?.getInitializer();
  return value && unwrap(value);
}

/** The object that a decorator of a class is given. */
export function metadataOf(owner: ClassDeclaration, decorator: string): ObjectLiteralExpression | undefined {
  const [argument] = owner.getDecorator(decorator)?.getArguments() ?? [];
  const value = argument && unwrap(argument);
  return Node.isObjectLiteralExpression(value) ? value : undefined;
}

/** Whether two pieces of code are the same but for white space. */
export function sameCode(a: string, b: string): boolean {
  return a.replace(/\s+|,\s*(?=[)\]}])/g, '') === b.replace(/\s+|,\s*(?=[)\]}])/g, '');
}

function closing(text: string, from: number): number {
  let at = from;
  while (text[at] !== ')') {
    if (text.startsWith('//', at)) at = text.indexOf('\n', at);
    else if (text.startsWith('/*', at)) at = text.indexOf('*/', at) + 1;
    at += 1;
  }
  return at;
}
