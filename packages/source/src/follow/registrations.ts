import type { CallExpression, NewExpression } from 'ts-morph';
import { Node, SyntaxKind } from '../syntax/morph.ts';
import { declarationOf } from '../syntax/scope.ts';
import type { Source } from '../syntax/source.ts';
import { findFunction } from './functions.ts';
import { CREATES_SERVER, libraryName } from './library.ts';
import { ownerOf, unwrap } from './shape.ts';
import { type Creation, type TraceContext, traceApp } from './trace.ts';

/** How handlers get into an app. */
const METHODS = /^(?:use|all|get|post|put|patch|delete|head|options|route|param|ws)$/;

/** Finds where an app is used to register something. */
export interface Registrations {
  /** The calls in a part of a file that put something into the app, by themselves or by what they call. */
  within(node: Node, source: Source): readonly (CallExpression | NewExpression)[];
  /** Whether an expression stands for the app. */
  isApp(node: Node, source: Source): boolean;
}

/** Look for registrations on one app; calls that are `ours` are not counted. */
export function registrationsOn(
  context: TraceContext,
  creation: Creation,
  ours: (callee: Node, source: Source) => boolean,
): Registrations {
  const known = new Map<Node, Map<string, boolean>>();
  const trace = (node: Node, source: Source): boolean =>
    !isListening(node) &&
    traceApp(context, node, source).some((each) => each.call === creation.call && !each.served);
  const isApp = (node: Node, source: Source): boolean => {
    if (!isName(node)) return false;
    const scope = node.getFirstAncestor(isScope) ?? node;
    const names = known.get(scope) ?? new Map<string, boolean>();
    known.set(scope, names);
    const name = node.getText();
    const answer = names.get(name) ?? trace(node, source);
    names.set(name, answer);
    return answer;
  };
  const within = (node: Node, source: Source, depth: number) => {
    const found: (CallExpression | NewExpression)[] = [];
    // What a registration is given runs when a request comes, and is no registration of its own.
    for (const call of callsIn(node)) {
      if (!found.some((outer) => isInside(call, outer)) && registers(call, source, depth)) found.push(call);
    }
    return found;
  };
  const registers = (call: CallExpression | NewExpression, source: Source, depth: number): boolean => {
    const callee = call.getExpression();
    if (CREATES_SERVER.test(libraryName(callee) ?? '') || ours(callee, source)) return false;
    if (Node.isPropertyAccessExpression(callee)) {
      const isSetting = callee.getName() === 'get' && call.getArguments().length === 1;
      if (METHODS.test(callee.getName()) && !isSetting && isApp(unwrap(callee.getExpression()), source))
        return true;
      if (callee.getName() === 'listen') return false;
    }
    const called = findFunction(context.sources, callee, source);
    if (called !== undefined && creation.call.getAncestors().includes(called.node)) return false;
    if (called !== undefined && depth < 3) return within(called.node, called.source, depth + 1).length > 0;
    return call
      .getArguments()
      .some((each) => handed(each).some((value) => isReference(value) && isApp(value, source)));
  };
  return { isApp, within: (node, source) => within(node, source, 0) };
}

/** Whether a call within a statement runs later than the statement: in a callback that is not called at once. */
export function isDeferred(call: Node, statement: Node): boolean {
  for (let owner = ownerOf(call); owner !== undefined && isInside(owner, statement); owner = ownerOf(owner)) {
    if (!isCalledAtOnce(owner)) return true;
  }
  return false;
}

function isCalledAtOnce(owner: Node): boolean {
  const parent = owner.getParent();
  if (Node.isParenthesizedExpression(parent)) return Node.isCallExpression(parent.getParent());
  const callee = Node.isCallExpression(parent) ? parent.getExpression() : undefined;
  return Node.isPropertyAccessExpression(callee) && /^(?:forEach|map|reduce)$/.test(callee.getName());
}

function isInside(node: Node, outer: Node): boolean {
  return node.getStart() >= outer.getStart() && node.getEnd() <= outer.getEnd();
}

function callsIn(node: Node): readonly (CallExpression | NewExpression)[] {
  const own = Node.isCallExpression(node) || Node.isNewExpression(node) ? [node] : [];
  return [
    ...own,
    ...node.getDescendantsOfKind(SyntaxKind.CallExpression),
    ...node.getDescendantsOfKind(SyntaxKind.NewExpression),
  ];
}

/** What a call is handed by one argument: itself, or the values of its properties. */
function handed(argument: Node): readonly Node[] {
  if (!Node.isObjectLiteralExpression(argument)) return [unwrap(argument)];
  return argument.getProperties().flatMap((each) => {
    if (Node.isShorthandPropertyAssignment(each)) return [each.getNameNode()];
    const value = Node.isPropertyAssignment(each) ? each.getInitializer() : undefined;
    return value === undefined ? [] : [unwrap(value)];
  });
}

/** A part of a file in which one name means one thing. */
function isScope(node: Node): boolean {
  return (
    Node.isBlock(node) ||
    Node.isSourceFile(node) ||
    Node.isFunctionLikeDeclaration(node) ||
    Node.isArrowFunction(node)
  );
}

function isReference(node: Node): boolean {
  return Node.isIdentifier(node) || Node.isPropertyAccessExpression(node);
}

function isName(node: Node): boolean {
  if (Node.isCallExpression(node)) {
    const callee = node.getExpression();
    return Node.isPropertyAccessExpression(callee) && isName(callee.getExpression());
  }
  return Node.isIdentifier(node) || Node.isPropertyAccessExpression(node);
}

/** Whether something stands for what listens, or a part of it: `app.listen(…)`, `server.address()`. */
function isListening(node: Node): boolean {
  if (Node.isCallExpression(node)) return isListening(node.getExpression());
  if (Node.isPropertyAccessExpression(node)) {
    return node.getName() === 'listen' || isListening(unwrap(node.getExpression()));
  }
  const declaration = Node.isIdentifier(node) ? declarationOf(node) : undefined;
  const made = Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : undefined;
  const callee = Node.isCallExpression(made) ? made.getExpression() : undefined;
  return Node.isPropertyAccessExpression(callee) && callee.getName() === 'listen';
}
