import type { Problem } from '@joinery/engine';
import type { App, Listen } from '../follow/find-app.ts';
import { CREATES_SERVER, libraryName } from '../follow/library.ts';
import { unwrap } from '../follow/shape.ts';
import { Node } from '../syntax/morph.ts';
import { plainName } from '../syntax/plain-name.ts';
import { declarationOf } from '../syntax/scope.ts';
import type { Source } from '../syntax/source.ts';
import { isProblem, type Place } from './place.ts';
import { placesOf, refuse } from './refusals.ts';

/**
 * The places that hand the app's server over: after the statement that names it, or else around the call that makes
 * it listen. Several when only one of them runs.
 */
export function serverPlaces(app: App | Problem, title: string): readonly Place[] | Problem {
  if (isProblem(app)) return app;
  const { listens, creation } = app;
  if (listens.length === 0) {
    return refuse({
      id: 'listen-not-found',
      found: `The ${title} app is created, but no call of \`listen\` was found that makes it a server.`,
      todo: 'Paste the lines below where the server starts.',
      places: placesOf([{ source: creation.source, node: creation.call }]),
    });
  }
  const places = distinct(listens.map(placeOfServer));
  const conflict = places.some((one, index) =>
    places.slice(index + 1).some((other) => !exclude(nodeOf(one), nodeOf(other))),
  );
  if (!conflict) return places;
  return refuse({
    id: 'listen-ambiguous',
    found: `The ${title} app listens in ${listens.length} places, and it can't be told which server the process is for.`,
    todo: 'Hand over the right server yourself as shown below.',
    places: placesOf(listens.map(({ source, call }) => ({ source, node: call }))),
  });
}

type ServerPlace = Extract<Place, { readonly kind: 'after' | 'name' | 'wrap' }>;

function placeOfServer({ source, call, byServer }: Listen): ServerPlace {
  const callee = call.getExpression();
  const receiver = Node.isPropertyAccessExpression(callee) ? unwrap(callee.getExpression()) : undefined;
  const server = Node.isIdentifier(receiver) ? declarationOf(receiver) : undefined;
  const made = Node.isVariableDeclaration(server) ? server.getInitializer() : undefined;
  if (Node.isVariableDeclaration(server) && made !== undefined && isServer(unwrap(made))) {
    const statement = server.getVariableStatement();
    if (statement !== undefined) return { kind: 'after', source, statement, argument: server.getName() };
  }
  const place = namedResult(source, call) ?? lineOfItsOwn(source, call);
  if (place === undefined) return { kind: 'wrap', source, expression: call };
  const isNamed = byServer && (Node.isIdentifier(receiver) || Node.isPropertyAccessExpression(receiver));
  return isNamed && place.kind === 'name'
    ? { ...place, kind: 'after', argument: plainName(receiver) }
    : place;
}

function isServer(value: Node): boolean {
  return Node.isCallExpression(value) && CREATES_SERVER.test(libraryName(value.getExpression()) ?? '');
}

/** `const server = app.listen(…)` and `this.server = app.listen(…)`. */
function namedResult(source: Source, call: Node): ServerPlace | undefined {
  const owner = call.getParent();
  if (Node.isVariableDeclaration(owner) && Node.isIdentifier(owner.getNameNode())) {
    const statement = owner.getVariableStatement();
    return statement && { kind: 'after', source, statement, argument: owner.getName() };
  }
  if (!Node.isBinaryExpression(owner) || owner.getOperatorToken().getText() !== '=') return undefined;
  const statement = owner.getParent();
  return Node.isExpressionStatement(statement)
    ? { kind: 'after', source, statement, argument: plainName(owner.getLeft()) }
    : undefined;
}

/** A call that is a statement in a block, or the start of one whose later calls return the server too. */
function lineOfItsOwn(source: Source, call: Node): ServerPlace | undefined {
  const parent = call.getParent();
  if (Node.isExpressionStatement(parent)) {
    const block = parent.getParent();
    return Node.isSourceFile(block) || Node.isBlock(block)
      ? { kind: 'name', source, statement: parent }
      : undefined;
  }
  const next = parent?.getParent();
  return Node.isPropertyAccessExpression(parent) &&
    RETURN_SERVER.test(parent.getName()) &&
    Node.isCallExpression(next)
    ? lineOfItsOwn(source, next)
    : undefined;
}

const RETURN_SERVER = /^(?:on|once|addListener|prependListener|setTimeout|ref|unref|setMaxListeners)$/;

function nodeOf(place: ServerPlace): Node {
  return place.kind === 'wrap' ? place.expression : place.statement;
}

function distinct(places: readonly ServerPlace[]): readonly ServerPlace[] {
  return [...new Map(places.map((place) => [nodeOf(place), place])).values()];
}

/** Whether only one of two calls runs: they are in different branches of one condition. */
function exclude(a: Node, b: Node): boolean {
  const branches = new Map<Node, Node>();
  for (let node: Node = a; ; ) {
    const parent = node.getParent();
    if (parent === undefined) break;
    if (Node.isIfStatement(parent) || Node.isConditionalExpression(parent)) branches.set(parent, node);
    node = parent;
  }
  for (let node: Node = b; ; ) {
    const parent = node.getParent();
    if (parent === undefined) return false;
    const branch = branches.get(parent);
    if (branch !== undefined) return branch !== node;
    node = parent;
  }
}
