import type {
  BindingElement,
  ClassDeclaration,
  FunctionDeclaration,
  Identifier,
  ImportClause,
  ImportEqualsDeclaration,
  ImportSpecifier,
  NamespaceImport,
  ParameterDeclaration,
  VariableDeclaration,
} from 'ts-morph';
import { Node } from './morph.ts';

/** What an identifier can be bound to, as far as syntax tells. */
export type Declaration =
  | VariableDeclaration
  | BindingElement
  | ParameterDeclaration
  | FunctionDeclaration
  | ClassDeclaration
  | ImportSpecifier
  | ImportClause
  | NamespaceImport
  | ImportEqualsDeclaration;

/** Find the declaration an identifier is bound to, from the innermost scope outwards. */
export function declarationOf(identifier: Identifier): Declaration | undefined {
  const name = identifier.getText();
  for (const scope of identifier.getAncestors()) {
    const found = declaredIn(scope, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function declaredIn(scope: Node, name: string): Declaration | undefined {
  if (Node.isFunctionLikeDeclaration(scope)) return inParameters(scope.getParameters(), name);
  if (Node.isFunctionExpression(scope) || Node.isArrowFunction(scope)) {
    return inParameters(scope.getParameters(), name);
  }
  if (Node.isForOfStatement(scope) || Node.isForInStatement(scope) || Node.isForStatement(scope)) {
    const initializer = scope.getInitializer();
    return Node.isVariableDeclarationList(initializer)
      ? inVariables(initializer.getDeclarations(), name)
      : undefined;
  }
  if (!Node.isStatemented(scope) && !Node.isCaseClause(scope)) return undefined;
  for (const statement of scope.getStatements()) {
    const found = declaredBy(statement, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function declaredBy(statement: Node, name: string): Declaration | undefined {
  if (Node.isVariableStatement(statement)) return inVariables(statement.getDeclarations(), name);
  if (Node.isFunctionDeclaration(statement) || Node.isClassDeclaration(statement)) {
    return statement.getName() === name ? statement : undefined;
  }
  if (Node.isImportEqualsDeclaration(statement)) return statement.getName() === name ? statement : undefined;
  if (!Node.isImportDeclaration(statement)) return undefined;
  const clause = statement.getImportClause();
  if (clause === undefined) return undefined;
  if (clause.getDefaultImport()?.getText() === name) return clause;
  const bindings = clause.getNamedBindings();
  if (Node.isNamespaceImport(bindings)) return bindings.getName() === name ? bindings : undefined;
  return clause.getNamedImports().find((each) => localName(each) === name);
}

/** The specifier in `import name = require('specifier')`. */
export function requiredBy(declaration: ImportEqualsDeclaration): Node | undefined {
  const reference = declaration.getModuleReference();
  return Node.isExternalModuleReference(reference) ? reference.getExpression() : undefined;
}

/** The name an import is known by in its file. */
export function localName(specifier: ImportSpecifier): string {
  return specifier.getAliasNode()?.getText() ?? specifier.getName();
}

function inVariables(declarations: readonly VariableDeclaration[], name: string): Declaration | undefined {
  for (const declaration of declarations) {
    const found = inName(declaration, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inParameters(parameters: readonly ParameterDeclaration[], name: string): Declaration | undefined {
  for (const parameter of parameters) {
    const found = inName(parameter, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inName<D extends VariableDeclaration | ParameterDeclaration | BindingElement>(
  declaration: D,
  name: string,
): D | BindingElement | undefined {
  const node = declaration.getNameNode();
  if (Node.isIdentifier(node)) return node.getText() === name ? declaration : undefined;
  for (const element of node.getElements()) {
    if (!Node.isBindingElement(element)) continue;
    const found = inName(element, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
