import { importedName } from '../edits/import-symbol.ts';
import type { Alias } from '../syntax/aliases.ts';
import { identifiersNamed } from '../syntax/identifiers.ts';
import { Node } from '../syntax/morph.ts';
import { declarationOf } from '../syntax/scope.ts';
import type { Source } from '../syntax/source.ts';

/** The places where a file uses a symbol of `module`, whatever it calls it; its import is not counted. */
export function usesOf(
  source: Source,
  module: string,
  symbol: string,
  aliases: readonly Alias[],
): readonly Node[] {
  const name = importedName(source, module, symbol, aliases);
  if (name === undefined) return [];
  const [head = name, member] = name.split('.');
  const uses = identifiersNamed(source, head).filter((each) => {
    if (isNameOfSomething(each)) return false;
    const declaration = declarationOf(each);
    return declaration !== undefined && isTopLevel(declaration);
  });
  if (member === undefined) return uses;
  return uses
    .map((each) => each.getParent())
    .filter((each) => Node.isPropertyAccessExpression(each) && each.getName() === member);
}

function isNameOfSomething(identifier: Node): boolean {
  const parent = identifier.getParent();
  if (parent === undefined) return false;
  if (Node.isPropertyAccessExpression(parent)) return parent.getNameNode() === identifier;
  if (Node.isPropertyAssignment(parent)) return parent.getNameNode() === identifier;
  return (
    Node.isImportSpecifier(parent) ||
    Node.isImportClause(parent) ||
    Node.isNamespaceImport(parent) ||
    Node.isBindingElement(parent) ||
    Node.isExportSpecifier(parent)
  );
}

function isTopLevel(declaration: Node): boolean {
  return (
    Node.isImportSpecifier(declaration) ||
    Node.isNamespaceImport(declaration) ||
    declaration.getFirstAncestor(Node.isStatement)?.getParent() === declaration.getSourceFile()
  );
}
