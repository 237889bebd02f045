import type { HostField, HostShape } from '@joinery/kit';
import type {
  ClassDeclaration,
  InterfaceDeclaration,
  TypeAliasDeclaration,
  TypeLiteralNode,
  TypeNode,
} from 'ts-morph';
import { followImport, type Located } from '../follow/exports.ts';
import { Node } from '../syntax/morph.ts';
import { localName } from '../syntax/scope.ts';
import type { Source } from '../syntax/source.ts';
import type { Sources } from '../syntax/sources.ts';

const UNKNOWN: HostShape = { kind: 'unknown' };
const MOST_DEPTH = 6;

type Declared = InterfaceDeclaration | TypeAliasDeclaration | ClassDeclaration;

/** What a type that people wrote says of a value, followed through imports; no type is computed. */
export function shapeOfType(sources: Sources, type: TypeNode, source: Source, depth = 0): HostShape {
  if (depth > MOST_DEPTH) return UNKNOWN;
  const inner = (node: TypeNode) => shapeOfType(sources, node, source, depth + 1);
  if (Node.isParenthesizedTypeNode(type)) return inner(type.getTypeNode());
  if (Node.isTypeOperatorTypeNode(type)) return inner(type.getTypeNode());
  if (Node.isArrayTypeNode(type)) return { kind: 'list', item: inner(type.getElementTypeNode()) };
  if (Node.isTypeLiteral(type)) return objectOf(sources, type, source, depth);
  if (Node.isUnionTypeNode(type))
    return unionOf(
      type.getTypeNodes().filter((each) => !isNothing(each)),
      inner,
    );
  if (Node.isLiteralTypeNode(type)) return literalOf(type.getLiteral()) ?? UNKNOWN;
  if (Node.isTypeReference(type)) return referenced(sources, type, source, depth);
  const word = type.getText();
  return word === 'string' || word === 'number' || word === 'boolean' ? { kind: word } : UNKNOWN;
}

/** Whether a type says that there may be nothing. */
export function allowsNothing(type: TypeNode): boolean {
  return Node.isUnionTypeNode(type) && type.getTypeNodes().some(isNothing);
}

function isNothing(type: TypeNode): boolean {
  return type.getText() === 'undefined';
}

function unionOf(types: readonly TypeNode[], inner: (type: TypeNode) => HostShape): HostShape {
  const [only, ...more] = types;
  if (only !== undefined && more.length === 0) return inner(only);
  const shapes = types.map(inner);
  const values = shapes.flatMap((each) => (each.kind === 'literals' ? each.values : []));
  return shapes.every(({ kind }) => kind === 'literals') ? { kind: 'literals', values } : UNKNOWN;
}

function literalOf(literal: Node): HostShape | undefined {
  if (Node.isStringLiteral(literal)) return { kind: 'literals', values: [literal.getLiteralValue()] };
  if (Node.isNumericLiteral(literal)) return { kind: 'literals', values: [literal.getLiteralValue()] };
  if (Node.isTrueLiteral(literal) || Node.isFalseLiteral(literal)) return { kind: 'boolean' };
  return undefined;
}

function referenced(sources: Sources, type: TypeNode, source: Source, depth: number): HostShape {
  if (!Node.isTypeReference(type)) return UNKNOWN;
  const name = type.getTypeName().getText();
  const [first, second] = type.getTypeArguments();
  const shape = () => (first === undefined ? UNKNOWN : shapeOfType(sources, first, source, depth + 1));
  if (name === 'Array' || name === 'ReadonlyArray') return { kind: 'list', item: shape() };
  if (name === 'Readonly' || name === 'Required') return shape();
  if (name === 'Partial') return withFields(shape(), (field) => ({ ...field, optional: true }));
  if (name === 'Omit' || name === 'Pick') {
    const names = new Set(
      [...(second?.getText() ?? '').matchAll(/['"]([^'"]+)['"]/g)].map((each) => each[1]),
    );
    if (names.size === 0) return UNKNOWN;
    return withFields(shape(), (field) => (names.has(field.name) === (name === 'Pick') ? field : undefined));
  }
  const found = declarationOfType(sources, name, source);
  if (found === undefined) return UNKNOWN;
  if (Node.isTypeAliasDeclaration(found.node)) {
    const node = found.node.getTypeNode();
    return node === undefined ? UNKNOWN : shapeOfType(sources, node, found.source, depth + 1);
  }
  return objectOf(sources, found.node, found.source, depth);
}

function withFields(shape: HostShape, change: (field: HostField) => HostField | undefined): HostShape {
  if (shape.kind !== 'object') return shape;
  return { ...shape, fields: shape.fields.flatMap((field) => change(field) ?? []) };
}

/** Where a type of the service's own is declared, through imports. */
export function declarationOfType(
  sources: Sources,
  name: string,
  source: Source,
): Located<Declared> | undefined {
  const own = source.file.getInterface(name) ?? source.file.getTypeAlias(name) ?? source.file.getClass(name);
  if (own !== undefined) return { node: own, source };
  for (const declaration of source.file.getImportDeclarations()) {
    const specifier = declaration.getNamedImports().find((each) => localName(each) === name);
    const found = specifier && followImport(sources, specifier, source);
    if (found !== undefined && isDeclared(found.node)) return { node: found.node, source: found.source };
  }
  return undefined;
}

function isDeclared(node: Node): node is Declared {
  return (
    Node.isInterfaceDeclaration(node) || Node.isTypeAliasDeclaration(node) || Node.isClassDeclaration(node)
  );
}

function objectOf(
  sources: Sources,
  node: TypeLiteralNode | Declared,
  source: Source,
  depth: number,
): HostShape {
  if (Node.isTypeAliasDeclaration(node)) return UNKNOWN;
  const inherits = Node.isTypeLiteral(node)
    ? false
    : Node.isClassDeclaration(node)
      ? node.getExtends() !== undefined
      : node.getExtends().length > 0;
  const fields = node.getProperties().flatMap((property): readonly HostField[] => {
    if (Node.isPropertyDeclaration(property) && property.isStatic()) return [];
    const type = property.getTypeNode();
    const optional = property.hasQuestionToken() || (type !== undefined && allowsNothing(type));
    const shape = type === undefined ? UNKNOWN : shapeOfType(sources, type, source, depth + 1);
    return [{ name: property.getName().replace(/^['"]|['"]$/g, ''), optional, shape }];
  });
  return {
    kind: 'object',
    fields,
    open: inherits || (!Node.isClassDeclaration(node) && node.getIndexSignatures().length > 0),
  };
}
