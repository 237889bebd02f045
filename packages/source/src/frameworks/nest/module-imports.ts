import type { Problem } from '@joinery/engine';
import type { ArrayLiteralExpression, ClassDeclaration, ObjectLiteralExpression } from 'ts-morph';
import { findClass } from '../../follow/functions.ts';
import { libraryName } from '../../follow/library.ts';
import { unwrap } from '../../follow/shape.ts';
import type { Creation } from '../../follow/trace.ts';
import { Node } from '../../syntax/morph.ts';
import { declarationOf } from '../../syntax/scope.ts';
import type { Source } from '../../syntax/source.ts';
import type { Sources } from '../../syntax/sources.ts';
import type { Place } from '../place.ts';
import { placesOf, refuse } from '../refusals.ts';

/** Where the root module lists what it imports. */
export function moduleImports(sources: Sources, { call, source }: Creation): readonly Place[] | Problem {
  const root = Node.isCallExpression(call) ? call.getArguments()[0] : undefined;
  const found = root && findClass(sources, moduleName(unwrap(root)), source);
  if (found === undefined) {
    return refuse({
      id: 'nest-module-not-found',
      found: 'The class of the root module was not found from the call that creates the app.',
      todo: 'Import the platform module in the root module as shown below.',
      places: placesOf([{ source, node: root ?? call }]),
    });
  }
  const metadata = metadataOf(found.node);
  if (metadata === undefined) return notLiteral(found.source, found.node);
  const property = metadata.getProperty('imports');
  if (property === undefined) {
    return metadata.getProperties().some((each) => Node.isSpreadAssignment(each))
      ? notLiteral(found.source, metadata)
      : [{ kind: 'property', source: found.source, object: metadata, name: 'imports' }];
  }
  const value = Node.isPropertyAssignment(property) ? property.getInitializer() : shorthandName(property);
  const list = value && literalList(value, 0);
  return list === undefined
    ? notLiteral(found.source, property)
    : [{ kind: 'element', source: found.source, list }];
}

/** `AppModule` in `AppModule` and `AppModule.forRoot()`. */
function moduleName(node: Node): Node {
  if (Node.isCallExpression(node)) return moduleName(unwrap(node.getExpression()));
  return Node.isPropertyAccessExpression(node) ? moduleName(unwrap(node.getExpression())) : node;
}

function metadataOf(module: ClassDeclaration): ObjectLiteralExpression | undefined {
  const decorator = module.getDecorators().find((each) => {
    const call = each.getCallExpression();
    return call !== undefined && libraryName(call.getExpression()) === '@nestjs/common.Module';
  });
  const [argument] = decorator?.getArguments() ?? [];
  return argument && literalObject(argument, 0);
}

function literalObject(node: Node, depth: number): ObjectLiteralExpression | undefined {
  const value = unwrap(node);
  if (Node.isObjectLiteralExpression(value)) return value;
  const initial = depth < 5 ? initialValue(value) : undefined;
  return initial && literalObject(initial, depth + 1);
}

/** The array literal a list starts with: itself, a constant's, or the first link of a chain of `concat`. */
function literalList(node: Node, depth: number): ArrayLiteralExpression | undefined {
  const value = unwrap(node);
  if (Node.isArrayLiteralExpression(value)) return value;
  if (depth > 5) return undefined;
  const callee = Node.isCallExpression(value) ? value.getExpression() : undefined;
  if (Node.isPropertyAccessExpression(callee) && /^(?:concat|filter)$/.test(callee.getName())) {
    return callee.getName() === 'concat' ? literalList(callee.getExpression(), depth + 1) : undefined;
  }
  const initial = initialValue(value);
  return initial && literalList(initial, depth + 1);
}

/** What a constant of the same file is set to. */
function initialValue(node: Node): Node | undefined {
  const declaration = Node.isIdentifier(node) ? declarationOf(node) : undefined;
  return Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : undefined;
}

function shorthandName(property: Node): Node | undefined {
  return Node.isShorthandPropertyAssignment(property) ? property.getNameNode() : undefined;
}

function notLiteral(source: Source, node: Node): Problem {
  return refuse({
    id: 'list-not-literal',
    found: 'The list of what the root module imports is computed, so nothing can be added to it safely.',
    todo: 'Put the platform module first in the list as shown below.',
    places: placesOf([{ source, node }]),
  });
}
