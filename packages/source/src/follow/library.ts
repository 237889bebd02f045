import { Node } from '../syntax/morph.ts';
import { declarationOf, requiredBy } from '../syntax/scope.ts';

/** Functions that make a server of an app or a listener. */
export const CREATES_SERVER =
  /^(?:(?:https?|http2|spdy)\.create(?:Secure)?Server|@hono\/node-server\.createAdaptorServer)$/;

/**
 * What a callee means when it comes from a package: `express`, `http.createServer`,
 * `@nestjs/core.NestFactory.create`. Default and namespace imports count as the package itself.
 */
export function libraryName(expression: Node): string | undefined {
  const path = libraryPath(expression, 0);
  if (path === undefined) return undefined;
  const [module = '', ...names] = path;
  return [module.replace(/^node:/, ''), ...names.filter((name) => name !== 'default')].join('.');
}

function libraryPath(expression: Node, depth: number): readonly string[] | undefined {
  if (depth > 5) return undefined;
  if (Node.isParenthesizedExpression(expression) || Node.isNonNullExpression(expression)) {
    return libraryPath(expression.getExpression(), depth);
  }
  if (Node.isPropertyAccessExpression(expression)) {
    const head = libraryPath(expression.getExpression(), depth);
    return head && [...head, expression.getName()];
  }
  if (Node.isAwaitExpression(expression)) return libraryPath(expression.getExpression(), depth);
  const required = requiredPackage(expression);
  if (required !== undefined) return [required];
  if (!Node.isIdentifier(expression)) return undefined;
  const declaration = declarationOf(expression);
  return declaration && declaredPath(declaration, depth + 1);
}

function declaredPath(declaration: Node, depth: number): readonly string[] | undefined {
  if (Node.isImportSpecifier(declaration)) {
    return packageOnly(declaration.getImportDeclaration().getModuleSpecifierValue(), [declaration.getName()]);
  }
  if (Node.isImportClause(declaration) || Node.isNamespaceImport(declaration)) {
    const owner = declaration.getFirstAncestor(Node.isImportDeclaration);
    return owner && packageOnly(owner.getModuleSpecifierValue(), []);
  }
  if (Node.isImportEqualsDeclaration(declaration)) {
    const specifier = requiredBy(declaration);
    return Node.isStringLiteral(specifier) ? packageOnly(specifier.getLiteralText(), []) : undefined;
  }
  if (Node.isVariableDeclaration(declaration)) {
    const value = declaration.getInitializer();
    return value !== undefined && isReference(value) ? libraryPath(value, depth) : undefined;
  }
  if (!Node.isBindingElement(declaration)) return undefined;
  const owner = declaration.getFirstAncestor(Node.isVariableDeclaration)?.getInitializer();
  const head = owner && libraryPath(owner, depth);
  return head && [...head, declaration.getPropertyNameNode()?.getText() ?? declaration.getName()];
}

function isReference(value: Node): boolean {
  return (
    Node.isCallExpression(value) ||
    Node.isPropertyAccessExpression(value) ||
    Node.isIdentifier(value) ||
    Node.isAwaitExpression(value)
  );
}

function requiredPackage(expression: Node): string | undefined {
  if (!Node.isCallExpression(expression)) return undefined;
  if (!/^(?:require|import)$/.test(expression.getExpression().getText())) return undefined;
  const [argument] = expression.getArguments();
  return Node.isStringLiteral(argument) ? packageOnly(argument.getLiteralText(), [])?.[0] : undefined;
}

function packageOnly(specifier: string, names: readonly string[]): readonly string[] | undefined {
  return specifier.startsWith('.') ? undefined : [specifier, ...names];
}
