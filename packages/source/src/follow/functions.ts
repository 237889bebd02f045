import type { ClassDeclaration } from 'ts-morph';
import { Node } from '../syntax/morph.ts';
import { declarationOf } from '../syntax/scope.ts';
import type { Source } from '../syntax/source.ts';
import type { Sources } from '../syntax/sources.ts';
import { followImport, type Located } from './exports.ts';
import { membersOf, unwrap } from './shape.ts';

/** The function of the service's own that a callee means. */
export function findFunction(sources: Sources, callee: Node, source: Source): Located | undefined {
  if (Node.isPropertyAccessExpression(callee)) {
    return membersOf(sources, unwrap(callee.getExpression()), callee.getName(), source).find((each) =>
      isFunction(each.node),
    );
  }
  if (!Node.isIdentifier(callee)) return isFunction(callee) ? { node: callee, source } : undefined;
  const declaration = declarationOf(callee);
  if (declaration === undefined) return undefined;
  return functionOf(sources, { node: declaration, source }, 0);
}

function functionOf(sources: Sources, { node, source }: Located, depth: number): Located | undefined {
  if (depth > 8) return undefined;
  if (isFunction(node) || Node.isClassDeclaration(node)) return { node, source };
  if (Node.isVariableDeclaration(node)) {
    const value = node.getInitializer();
    return value === undefined ? undefined : functionOf(sources, { node: unwrap(value), source }, depth + 1);
  }
  if (Node.isIdentifier(node)) {
    const next = declarationOf(node);
    return next && functionOf(sources, { node: next, source }, depth + 1);
  }
  if (!Node.isImportSpecifier(node) && !Node.isImportClause(node)) return undefined;
  const found = followImport(sources, node, source);
  return found && functionOf(sources, found, depth + 1);
}

/** The class an expression names or is an instance of, found through imports. */
export function findClass(
  sources: Sources,
  name: Node,
  source: Source,
): Located<ClassDeclaration> | undefined {
  const found = findFunction(sources, name, source);
  return found !== undefined && Node.isClassDeclaration(found.node)
    ? { node: found.node, source: found.source }
    : undefined;
}

function isFunction(node: Node): boolean {
  return (
    Node.isFunctionDeclaration(node) ||
    Node.isFunctionExpression(node) ||
    Node.isArrowFunction(node) ||
    Node.isMethodDeclaration(node)
  );
}
