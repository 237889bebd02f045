import type { CallExpression } from 'ts-morph';
import { followImport } from '../follow/exports.ts';
import { findFunction } from '../follow/functions.ts';
import { unwrap } from '../follow/shape.ts';
import { Node, SyntaxKind } from '../syntax/morph.ts';
import { declarationOf } from '../syntax/scope.ts';
import type { Source } from '../syntax/source.ts';
import type { Sources } from '../syntax/sources.ts';

/** A router put below a path: what it is declared as, or the function that makes it. */
export interface Mount {
  readonly call: CallExpression;
  readonly prefix: string;
  readonly target: Node;
}

/** Find where routers are mounted: `app.use('/orders', orders)`, `app.route('/orders', orders)`, `register(orders, { prefix })`. */
export function findMounts(sources: Sources, files: readonly Source[]): readonly Mount[] {
  return files.flatMap((source) =>
    source.file
      .getDescendantsOfKind(SyntaxKind.CallExpression)
      .flatMap((call) => mountOf(sources, source, call)),
  );
}

/** The prefixes that a route, or a mount, stands below. */
export function prefixOf(mounts: readonly Mount[], call: CallExpression, depth = 0): string {
  const router = routerOf(call);
  const mount = mounts.find(
    ({ target, call: own }) => own !== call && (target === router || call.getAncestors().includes(target)),
  );
  const own = router === undefined ? '' : ownPrefix(router);
  return mount === undefined || depth > 5
    ? own
    : `${prefixOf(mounts, mount.call, depth + 1)}${mount.prefix}${own}`;
}

/** The text of a path that is written out. */
export function pathText(node: Node | undefined): string | undefined {
  return Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)
    ? node.getLiteralText()
    : undefined;
}

function mountOf(sources: Sources, source: Source, call: CallExpression): readonly Mount[] {
  const callee = call.getExpression();
  const name = Node.isPropertyAccessExpression(callee) ? callee.getName() : '';
  if (name !== 'use' && name !== 'route' && name !== 'register') return [];
  const args = call.getArguments();
  const given = name === 'register' ? prefixOption(args[1]) : (pathText(args[0]) ?? '');
  const router = name === 'register' ? args[0] : args.at(-1);
  const target = router === undefined ? undefined : declared(sources, source, unwrap(router));
  return target === undefined ? [] : [{ call, prefix: given === '/' ? '' : given, target }];
}

/** What stands for a router: its declaration, or the function that makes it; `orders.routes()` is `orders`. */
function declared(sources: Sources, source: Source, node: Node): Node | undefined {
  if (Node.isCallExpression(node)) {
    const callee = node.getExpression();
    const made = findFunction(sources, callee, source)?.node;
    if (made !== undefined) return made;
    return Node.isPropertyAccessExpression(callee)
      ? declared(sources, source, callee.getExpression())
      : undefined;
  }
  const made = findFunction(sources, node, source)?.node;
  if (made !== undefined) return made;
  const declaration = Node.isIdentifier(node) ? declarationOf(node) : undefined;
  if (Node.isVariableDeclaration(declaration)) return ofFactory(sources, source, declaration) ?? declaration;
  if (!Node.isImportSpecifier(declaration) && !Node.isImportClause(declaration)) return undefined;
  const found = followImport(sources, declaration, source);
  if (found === undefined) return undefined;
  return Node.isIdentifier(found.node) ? declarationOf(found.node) : found.node;
}

/** `const orders = ordersRouter(…)`: the function that makes it. */
function ofFactory(sources: Sources, source: Source, declaration: Node): Node | undefined {
  const value = Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : undefined;
  const call = value && unwrap(value);
  return Node.isCallExpression(call) ? findFunction(sources, call.getExpression(), source)?.node : undefined;
}

function routerOf(call: CallExpression): Node | undefined {
  let callee: Node = call.getExpression();
  while (Node.isPropertyAccessExpression(callee) || Node.isCallExpression(callee))
    callee = callee.getExpression();
  return Node.isIdentifier(callee) ? declarationOf(callee) : undefined;
}

/** `new Router({ prefix: '/invoices' })`, `new Hono().basePath('/v1')`. */
function ownPrefix(router: Node): string {
  const value = Node.isVariableDeclaration(router) ? router.getInitializer() : undefined;
  if (Node.isNewExpression(value)) return prefixOption(value.getArguments()[0]);
  const callee = Node.isCallExpression(value) ? value.getExpression() : undefined;
  const isBase = Node.isPropertyAccessExpression(callee) && callee.getName() === 'basePath';
  return isBase && Node.isCallExpression(value) ? (pathText(value.getArguments()[0]) ?? '') : '';
}

function prefixOption(options: Node | undefined): string {
  const property = Node.isObjectLiteralExpression(options) ? options.getProperty('prefix') : undefined;
  return Node.isPropertyAssignment(property) ? (pathText(property.getInitializer()) ?? '') : '';
}
