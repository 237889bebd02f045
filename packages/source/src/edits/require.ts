import type { BindingElement, SourceFile, VariableDeclaration } from 'ts-morph';
import type { Alias } from '../syntax/aliases.ts';
import { Node, SyntaxKind } from '../syntax/morph.ts';
import { pointsAt } from '../syntax/resolve.ts';
import type { Source } from '../syntax/source.ts';
import type { EditStyle } from '../syntax/style.ts';
import { type BracketList, relay } from './list-layout.ts';
import { removeListItems } from './remove-list-items.ts';
import { removeStatement } from './remove-statement.ts';
import type { Splice } from './splice.ts';

/** Whether a file is written in CommonJS throughout: `require` and no `import` or `export`. */
export function usesOnlyRequire(file: SourceFile): boolean {
  const modern = file
    .getStatements()
    .some(
      (each) =>
        Node.isImportDeclaration(each) ||
        Node.isImportEqualsDeclaration(each) ||
        Node.isExportDeclaration(each) ||
        Node.isExportAssignment(each) ||
        (Node.isModifierable(each) && each.hasModifier(SyntaxKind.ExportKeyword)),
    );
  return !modern && file.getStatements().some(isRequire);
}

/** Whether a statement loads something by `require`, into constants or for its effect. */
export function isRequire(statement: Node): boolean {
  if (Node.isExpressionStatement(statement)) return requiredModule(statement.getExpression()) !== undefined;
  if (!Node.isVariableStatement(statement)) return false;
  return statement.getDeclarations().some((each) => requiredModule(each.getInitializer()) !== undefined);
}

/** Whether a statement calls what it requires, `const app = require('express')()`: calls of ours follow it. */
export function callsRequired(statement: Node): boolean {
  if (!Node.isVariableStatement(statement)) return false;
  return statement.getDeclarations().some((each) => {
    const value = each.getInitializer();
    return Node.isCallExpression(value) && value.getExpression().getText() !== 'require';
  });
}

/** The module in `require('module')`, also when its result is called or a part of it is taken. */
export function requiredModule(expression: Node | undefined): string | undefined {
  if (Node.isPropertyAccessExpression(expression)) return requiredModule(expression.getExpression());
  if (!Node.isCallExpression(expression)) return undefined;
  const [argument] = expression.getArguments();
  if (expression.getExpression().getText() !== 'require') return requiredModule(expression.getExpression());
  return Node.isStringLiteral(argument) ? argument.getLiteralText() : undefined;
}

/** The name by which a CommonJS file knows a symbol of `module`. */
export function requiredName(
  source: Source,
  module: string,
  symbol: string,
  aliases: readonly Alias[],
): string | undefined {
  return requiredLists(source, module, aliases)
    .flatMap(({ elements }) => elements)
    .find((each) => symbolOf(each) === symbol)
    ?.getName();
}

/** Take back symbols that a CommonJS file requires; the whole statement when nothing else is. */
export function removeRequired(
  source: Source,
  module: string,
  symbols: readonly string[],
  { aliases, style }: { readonly aliases: readonly Alias[]; readonly style: EditStyle },
): readonly Splice[] {
  return requiredLists(source, module, aliases).flatMap(({ declaration, elements, names }) => {
    const ours = elements.filter((each) => symbols.includes(symbolOf(each)));
    const statement = declaration.getVariableStatement();
    if (ours.length === elements.length && statement !== undefined) return removeStatement(source, statement);
    const kept = elements.filter((each) => !ours.includes(each)).map((each) => each.getText());
    const relaid = relay(source, names, kept, style);
    return relaid === undefined ? removeListItems(source, elements, ours) : [relaid];
  });
}

/** `const { a, b } = require(…)` */
interface RequiredList {
  readonly declaration: VariableDeclaration;
  readonly elements: readonly BindingElement[];
  readonly names: BracketList;
}

/** What a CommonJS file takes out of `module`. */
export function requiredLists(
  source: Source,
  module: string,
  aliases: readonly Alias[],
): readonly RequiredList[] {
  return source.file.getVariableDeclarations().flatMap((declaration) => {
    const specifier = requiredModule(declaration.getInitializer());
    if (specifier === undefined || !pointsAt(aliases, source.path, specifier, module)) return [];
    const name = declaration.getNameNode();
    if (!Node.isObjectBindingPattern(name)) return [];
    const elements = name.getElements();
    return [{ declaration, elements, names: { node: name, items: elements, neverBreaksOne: false } }];
  });
}

function symbolOf(element: BindingElement): string {
  return element.getPropertyNameNode()?.getText() ?? element.getName();
}
