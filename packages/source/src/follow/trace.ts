import type { CallExpression, NewExpression, ObjectLiteralExpression } from 'ts-morph';
import { identifiersNamed } from '../syntax/identifiers.ts';
import { Node } from '../syntax/morph.ts';
import { plainName } from '../syntax/plain-name.ts';
import { declarationOf } from '../syntax/scope.ts';
import type { Source } from '../syntax/source.ts';
import type { Sources } from '../syntax/sources.ts';
import { findCallers } from './callers.ts';
import { followImport } from './exports.ts';
import { findFunction } from './functions.ts';
import { CREATES_SERVER, libraryName } from './library.ts';
import { membersOf, returnsOf, unwrap } from './shape.ts';

/** The innermost name an app is given, and where. */
export interface Holder {
  readonly source: Source;
  /** A statement that names the app, or the class property whose initialiser creates it. */
  readonly node: Node;
  /** How code after `node` refers to the app: `app`, `this.app`. */
  readonly name: string;
}

/** Where an app is created. */
export interface Creation {
  readonly source: Source;
  readonly call: Node;
  readonly holder?: Holder;
  /** Created in the middle of an expression that is not itself the app: nothing names it. */
  readonly buried: boolean;
  /** Reached through the server that was made of it. */
  readonly served: boolean;
}

/** What to look for and where. */
export interface TraceContext {
  readonly sources: Sources;
  /** Whether a call of this library function creates an app. */
  readonly creates: (library: string) => boolean;
  /** Files in which callers of a function are looked for. */
  readonly known: () => readonly string[];
}

type Trace = (node: Node, source: Source) => readonly Creation[];

/** Follow an expression back to the calls that create the app it stands for. */
export function traceApp(context: TraceContext, expression: Node, source: Source): readonly Creation[] {
  const seen = new Set<Node>();
  const trace: Trace = (node, at) => {
    const value = unwrap(node);
    if (seen.has(value)) return [];
    seen.add(value);
    if (Node.isCallExpression(value) || Node.isNewExpression(value))
      return traceCall(context, value, at, trace);
    if (Node.isIdentifier(value)) return traceName(context, value, at, trace);
    if (Node.isPropertyAccessExpression(value))
      return traceMember(context, value.getExpression(), value.getName(), at, trace);
    if (Node.isConditionalExpression(value))
      return [...trace(value.getWhenTrue(), at), ...trace(value.getWhenFalse(), at)];
    if (Node.isObjectLiteralExpression(value)) return traceHandler(value, at, trace);
    return declared(context, value, at, trace);
  };
  return trace(expression, source);
}

function traceCall(
  context: TraceContext,
  call: CallExpression | NewExpression,
  source: Source,
  trace: Trace,
): readonly Creation[] {
  const callee = call.getExpression();
  const library = libraryName(callee);
  if (library !== undefined && context.creates(library))
    return [{ source, call, buried: false, served: false }];
  if (library !== undefined && CREATES_SERVER.test(library)) {
    const listener = call.getArguments().at(-1);
    return listener === undefined
      ? []
      : trace(listener, source).map((each) => ({ ...bury(each), served: true }));
  }
  if (Node.isNewExpression(call)) return [];
  const called = findFunction(context.sources, callee, source);
  if (called !== undefined) return returnsOf(called.node).flatMap((each) => trace(each, called.source));
  if (Node.isPropertyAccessExpression(callee)) return trace(callee.getExpression(), source);
  return call.getArguments().flatMap((each) => trace(each, source).map(bury));
}

function bury(creation: Creation): Creation {
  return creation.holder === undefined ? { ...creation, buried: true } : creation;
}

function traceName(context: TraceContext, name: Node, source: Source, trace: Trace): readonly Creation[] {
  const declaration = Node.isIdentifier(name) ? declarationOf(name) : undefined;
  return declaration === undefined ? [] : declared(context, declaration, source, trace);
}

function declared(
  context: TraceContext,
  declaration: Node,
  source: Source,
  trace: Trace,
): readonly Creation[] {
  if (
    Node.isImportSpecifier(declaration) ||
    Node.isImportClause(declaration) ||
    Node.isImportEqualsDeclaration(declaration)
  ) {
    const found = followImport(context.sources, declaration, source);
    if (found === undefined) return [];
    return Node.isExpression(found.node)
      ? trace(found.node, found.source)
      : declared(context, found.node, found.source, trace);
  }
  if (Node.isVariableDeclaration(declaration)) {
    const value = declaration.getInitializer();
    const statement = declaration.getVariableStatement();
    const own =
      value === undefined
        ? []
        : trace(value, source).map((each) => hold(each, source, statement, declaration.getName()));
    return [...own, ...assignments(declaration.getName(), source, trace)];
  }
  if (Node.isBindingElement(declaration)) return traceBinding(context, declaration, source, trace);
  if (!Node.isParameterDeclaration(declaration)) return [];
  return findCallers(context.sources, context.known(), { node: declaration, source }).flatMap((each) =>
    trace(each.node, each.source),
  );
}

function traceBinding(
  context: TraceContext,
  element: Node,
  source: Source,
  trace: Trace,
): readonly Creation[] {
  const owner = element.getFirstAncestor(Node.isVariableDeclaration);
  const value = owner?.getInitializer();
  if (!Node.isBindingElement(element) || value === undefined) return [];
  const property = element.getPropertyNameNode()?.getText() ?? element.getName();
  const found = traceMember(context, unwrap(value), property, source, trace);
  return found.map((each) => hold(each, source, owner?.getVariableStatement(), element.getName()));
}

function assignments(name: string, source: Source, trace: Trace): readonly Creation[] {
  return identifiersNamed(source, name, /^[!\s]*=[^=>]/).flatMap((target) => {
    const each = target.getParent();
    if (!Node.isBinaryExpression(each) || each.getLeft() !== target) return [];
    if (each.getOperatorToken().getText() !== '=') return [];
    return trace(each.getRight(), source).map((found) => hold(found, source, each.getParent(), name));
  });
}

function traceMember(
  context: TraceContext,
  object: Node,
  name: string,
  source: Source,
  trace: Trace,
): readonly Creation[] {
  const members = membersOf(context.sources, unwrap(object), name, source);
  if (members.length === 0 && name === 'app' && Node.isCallExpression(unwrap(object))) {
    // A library that takes an app and hands it back: const { app } = websockets(express())
    return traceArguments(unwrap(object), source, trace);
  }
  // A part of an app that stands for it: app.fetch, app.server
  if (members.length === 0) return trace(object, source);
  return members.flatMap(({ node, source: at }) => {
    if (Node.isPropertyDeclaration(node)) {
      const value = node.getInitializer();
      return value === undefined ? [] : trace(value, at).map((each) => hold(each, at, node, `this.${name}`));
    }
    if (Node.isBinaryExpression(node)) {
      return trace(node.getRight(), at).map((each) =>
        hold(each, at, node.getParent(), plainName(node.getLeft())),
      );
    }
    return Node.isExpression(node) ? trace(node, at) : declared(context, node, at, trace);
  });
}

/** What answers requests in the options of a server: `{ fetch: app.fetch }`. */
function traceHandler(options: ObjectLiteralExpression, source: Source, trace: Trace): readonly Creation[] {
  const property = options.getProperty('fetch');
  const value = Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
  return value === undefined ? [] : trace(value, source);
}

function traceArguments(call: Node, source: Source, trace: Trace): readonly Creation[] {
  return Node.isCallExpression(call) ? call.getArguments().flatMap((each) => trace(each, source)) : [];
}

function hold(creation: Creation, source: Source, node: Node | undefined, name: string): Creation {
  if (creation.holder !== undefined || creation.buried || node === undefined) return creation;
  if (!Node.isStatement(node) && !Node.isPropertyDeclaration(node)) return creation;
  return { ...creation, holder: { source, node, name } };
}
