import type { ClassDeclaration } from 'ts-morph';
import { Node, SyntaxKind } from '../syntax/morph.ts';
import { declarationOf } from '../syntax/scope.ts';
import type { Source } from '../syntax/source.ts';
import type { Sources } from '../syntax/sources.ts';
import { findExport, followImport, type Located } from './exports.ts';

/** Take off what does not change a value: parentheses, `await`, `as`, `satisfies`, `!`. */
export function unwrap(node: Node): Node {
  if (
    Node.isParenthesizedExpression(node) ||
    Node.isAwaitExpression(node) ||
    Node.isAsExpression(node) ||
    Node.isSatisfiesExpression(node) ||
    Node.isNonNullExpression(node) ||
    Node.isTypeAssertion(node)
  ) {
    return unwrap(node.getExpression());
  }
  return node;
}

/** What a function gives back: the expressions of its own `return` statements. */
export function returnsOf(node: Node): readonly Node[] {
  if (Node.isArrowFunction(node)) {
    const body = node.getBody();
    if (!Node.isBlock(body)) return [body];
  }
  return node.getDescendantsOfKind(SyntaxKind.ReturnStatement).flatMap((each) => {
    const value = each.getExpression();
    return value !== undefined && ownerOf(each) === node ? [value] : [];
  });
}

/** The function a statement belongs to. */
export function ownerOf(node: Node): Node | undefined {
  return node.getFirstAncestor(
    (each) =>
      Node.isFunctionLikeDeclaration(each) || Node.isFunctionExpression(each) || Node.isArrowFunction(each),
  );
}

/** What `object.name` can be: property initialisers, assignments, methods, exports. */
export function membersOf(sources: Sources, object: Node, name: string, source: Source): readonly Located[] {
  const shape = shapeOf(sources, object, source, 0);
  if (shape === undefined) return [];
  if (typeof shape === 'string') {
    const found = findExport(sources, shape, name);
    return found === undefined ? [] : [found];
  }
  const { node, source: at } = shape;
  const found = Node.isClassDeclaration(node) ? classMembers(node, name) : objectMembers(node, name);
  return found.map((each) => ({ node: each, source: at }));
}

/** A class or object literal an expression stands for, or the path of the module a namespace import names. */
function shapeOf(
  sources: Sources,
  object: Node,
  source: Source,
  depth: number,
): Located | string | undefined {
  const value = unwrap(object);
  if (depth > 8) return undefined;
  if (Node.isThisExpression(value)) {
    const owner = value.getFirstAncestor(Node.isClassDeclaration);
    return owner && { node: owner, source };
  }
  if (Node.isClassDeclaration(value) || Node.isObjectLiteralExpression(value)) return { node: value, source };
  if (Node.isNewExpression(value)) return shapeOf(sources, value.getExpression(), source, depth + 1);
  if (Node.isVariableDeclaration(value)) {
    const initial = value.getInitializer();
    return initial && shapeOf(sources, initial, source, depth + 1);
  }
  if (Node.isNamespaceImport(value)) {
    const owner = value.getFirstAncestorOrThrow(Node.isImportDeclaration);
    return sources.resolve(source.path, owner.getModuleSpecifierValue());
  }
  if (Node.isImportSpecifier(value) || Node.isImportClause(value) || Node.isImportEqualsDeclaration(value)) {
    const found = followImport(sources, value, source);
    return found && shapeOf(sources, found.node, found.source, depth + 1);
  }
  if (Node.isFunctionDeclaration(value) || Node.isArrowFunction(value) || Node.isFunctionExpression(value)) {
    const [only] = returnsOf(value);
    return only && shapeOf(sources, only, source, depth + 1);
  }
  if (Node.isCallExpression(value)) return shapeOf(sources, value.getExpression(), source, depth + 1);
  const declaration = Node.isIdentifier(value) ? declarationOf(value) : undefined;
  return declaration && shapeOf(sources, declaration, source, depth + 1);
}

function classMembers(node: ClassDeclaration, name: string): readonly Node[] {
  const property = node.getProperty(name) ?? node.getStaticProperty(name);
  const method = node.getMethod(name) ?? node.getStaticMethod(name);
  const assigned = node
    .getDescendantsOfKind(SyntaxKind.BinaryExpression)
    .filter(
      (each) => each.getOperatorToken().getText() === '=' && each.getLeft().getText() === `this.${name}`,
    );
  const getter = node.getGetAccessor(name);
  const parameter = node
    .getConstructors()
    .flatMap((each) => each.getParameters())
    .find((each) => each.isParameterProperty() && each.getName() === name);
  const all: readonly (Node | undefined)[] = [
    property,
    method,
    ...assigned,
    ...(getter ? returnsOf(getter) : []),
    parameter,
  ];
  return all.filter((each) => each !== undefined);
}

function objectMembers(node: Node, name: string): readonly Node[] {
  if (!Node.isObjectLiteralExpression(node)) return [];
  const property = node.getProperty(name);
  if (Node.isShorthandPropertyAssignment(property)) return [property.getNameNode()];
  if (Node.isMethodDeclaration(property)) return [property];
  const value = Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
  return value === undefined ? [] : [value];
}
