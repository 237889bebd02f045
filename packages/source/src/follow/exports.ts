import { Node } from '../syntax/morph.ts';
import { requiredBy } from '../syntax/scope.ts';
import type { Source } from '../syntax/source.ts';
import type { Sources } from '../syntax/sources.ts';

/** A node and the file it is in. */
export interface Located<N extends Node = Node> {
  readonly node: N;
  readonly source: Source;
}

/** Find what a file exports under a name, through re-exports; the declaration or the exported expression. */
export function findExport(sources: Sources, path: string, name: string): Located | undefined {
  return search(sources, path, name, new Set());
}

/** Find what an import declaration's binding means in the file it comes from. */
export function followImport(sources: Sources, declaration: Node, source: Source): Located | undefined {
  const owner = Node.isImportDeclaration(declaration)
    ? declaration
    : declaration.getFirstAncestor(Node.isImportDeclaration);
  const name = Node.isImportSpecifier(declaration) ? declaration.getName() : 'default';
  const specifier = Node.isImportEqualsDeclaration(declaration)
    ? requiredBy(declaration)
    : owner?.getModuleSpecifier();
  if (!Node.isStringLiteral(specifier)) return undefined;
  const path = sources.resolve(source.path, specifier.getLiteralText());
  return path === undefined ? undefined : findExport(sources, path, name);
}

function search(sources: Sources, path: string, name: string, seen: Set<string>): Located | undefined {
  const key = `${path}#${name}`;
  const source = seen.has(key) ? undefined : sources.open(path);
  if (source === undefined) return undefined;
  seen.add(key);
  for (const statement of source.file.getStatements()) {
    const found = exportedBy(statement, name);
    if (found !== undefined) return { node: found, source };
  }
  for (const declaration of source.file.getExportDeclarations()) {
    const specifier = declaration.getModuleSpecifierValue();
    const target = specifier === undefined ? undefined : sources.resolve(path, specifier);
    const named = declaration
      .getNamedExports()
      .find((each) => (each.getAliasNode()?.getText() ?? each.getName()) === name);
    if (named !== undefined && target !== undefined) return search(sources, target, named.getName(), seen);
    if (named !== undefined && specifier === undefined) return { node: named.getNameNode(), source };
    if (
      declaration.isNamespaceExport() &&
      declaration.getNamespaceExport() === undefined &&
      target !== undefined
    ) {
      const found = name === 'default' ? undefined : search(sources, target, name, seen);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function exportedBy(statement: Node, name: string): Node | undefined {
  if (Node.isExportAssignment(statement)) return name === 'default' ? statement.getExpression() : undefined;
  if (Node.isExpressionStatement(statement)) return commonExport(statement.getExpression(), name);
  if (!Node.isExportable(statement) && !Node.isVariableStatement(statement)) return undefined;
  if (!statement.hasExportKeyword()) return undefined;
  if (Node.isVariableStatement(statement)) {
    return statement.getDeclarations().find((each) => each.getName() === name);
  }
  if (statement.hasDefaultKeyword()) return name === 'default' ? statement : undefined;
  return Node.isNamed(statement) || Node.isNameable(statement)
    ? statement.getName() === name
      ? statement
      : undefined
    : undefined;
}

/** `module.exports = …` and `exports.name = …`. */
function commonExport(expression: Node, name: string): Node | undefined {
  if (!Node.isBinaryExpression(expression) || expression.getOperatorToken().getText() !== '=')
    return undefined;
  const target = expression.getLeft().getText();
  const value = expression.getRight();
  if (target === `exports.${name}` || target === `module.exports.${name}`) return value;
  if (target !== 'module.exports') return undefined;
  if (name === 'default') return value;
  if (!Node.isObjectLiteralExpression(value)) return undefined;
  const property = value.getProperty(name);
  if (Node.isShorthandPropertyAssignment(property)) return property.getNameNode();
  return Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
}
