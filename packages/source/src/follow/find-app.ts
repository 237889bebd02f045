import type { CallExpression } from 'ts-morph';
import { identifiersNamed } from '../syntax/identifiers.ts';
import { Node, SyntaxKind } from '../syntax/morph.ts';
import { plainName } from '../syntax/plain-name.ts';
import type { Source } from '../syntax/source.ts';
import type { Sources } from '../syntax/sources.ts';
import { levelsFrom } from './files.ts';
import { libraryName } from './library.ts';
import { type Creation, type TraceContext, traceApp } from './trace.ts';

/** A call that makes a server listen. */
export interface Listen {
  readonly source: Source;
  readonly call: CallExpression;
  /** Whether what listens is a server that was made of the app, not the app itself. */
  readonly byServer: boolean;
}

/** An app of the framework, and where it is made to listen. */
export interface App {
  readonly creation: Creation;
  readonly listens: readonly Listen[];
}

/** What kind of app to look for. */
export interface AppKind {
  /** The package whose function creates it. */
  readonly package: string;
  readonly creates: (library: string) => boolean;
  /** A function that takes an app and listens, where that is no method of the app. */
  readonly serves?: (library: string) => boolean;
  /** Functions and classes of libraries that make an app with its routes already in it → what to do instead. */
  readonly makers?: Readonly<Record<string, string>>;
}

/**
 * Find the apps a service starts, from its entry along the imports: those that the nearest `listen` calls belong to,
 * or, where nothing listens, those that are created nearest.
 */
export function findApps(sources: Sources, entry: string, kind: AppKind): readonly App[] {
  const known: string[] = [];
  const context = { sources, creates: kind.creates, known: () => known };
  for (const level of levelsFrom(sources, entry)) {
    known.push(...level);
    const listens = level.flatMap((path) => listensIn(sources, path, kind));
    const traced = listens.map(({ app, ...listen }) => ({
      listen,
      creations: app === undefined ? [] : traceApp(context, app, listen.source),
    }));
    const apps = group(traced);
    if (apps.length > 0) return apps;
  }
  return createdNearest(sources, known, context, kind.package);
}

/** The calls in a file that listen, and the expression of what listens. */
function listensIn(
  sources: Sources,
  path: string,
  { serves }: AppKind,
): readonly (Omit<Listen, 'byServer'> & { readonly app: Node | undefined })[] {
  const text = sources.text(path);
  if (text === undefined || !/listen|serve/.test(text)) return [];
  const source = sources.open(path);
  if (source === undefined) return [];
  const methods = identifiersNamed(source, 'listen').flatMap((name) => {
    const callee = name.getParent();
    const call = callee?.getParent();
    if (!Node.isPropertyAccessExpression(callee) || callee.getNameNode() !== name) return [];
    const isCalled = Node.isCallExpression(call) && call.getExpression() === callee;
    return isCalled ? [{ source, call, app: callee.getExpression() }] : [];
  });
  if (serves === undefined) return methods;
  const functions = source.file.getDescendantsOfKind(SyntaxKind.CallExpression).filter((call) => {
    const library = libraryName(call.getExpression());
    return library !== undefined && serves(library);
  });
  return [...methods, ...functions.map((call) => ({ source, call, app: call.getArguments()[0] }))];
}

function group(
  traced: readonly { listen: Omit<Listen, 'byServer'>; creations: readonly Creation[] }[],
): readonly App[] {
  const apps = new Map<Node, { creation: Creation; listens: Listen[] }>();
  for (const { listen, creations } of traced) {
    for (const creation of creations) {
      const app = apps.get(creation.call) ?? { creation, listens: [] };
      app.listens.push({ ...listen, byServer: creations.every((each) => each.served) });
      apps.set(creation.call, app);
    }
  }
  return [...apps.values()];
}

function createdNearest(
  sources: Sources,
  known: readonly string[],
  context: TraceContext,
  from: string,
): readonly App[] {
  for (const path of known) {
    if (!sources.text(path)?.includes(from)) continue;
    const source = sources.open(path);
    const creations = source === undefined ? [] : creationsIn(source, context);
    if (creations.length > 0) return creations.map((creation) => ({ creation, listens: [] }));
  }
  return [];
}

function creationsIn(source: Source, context: TraceContext): readonly Creation[] {
  const calls = [
    ...source.file.getDescendantsOfKind(SyntaxKind.CallExpression),
    ...source.file.getDescendantsOfKind(SyntaxKind.NewExpression),
  ];
  return calls
    .filter((call) => {
      const library = libraryName(call.getExpression());
      return library !== undefined && context.creates(library);
    })
    .map((call) => nameDirectly(source, call));
}

/** The statement that gives a created app its name. */
function nameDirectly(source: Source, call: Node): Creation {
  let value = call;
  for (
    let parent = call.getParent();
    parent !== undefined && keepsValue(parent, value);
    parent = parent.getParent()
  ) {
    value = parent;
  }
  const owner = value.getParent();
  const creation = { source, call, buried: false, served: false };
  if (Node.isVariableDeclaration(owner)) {
    const node = owner.getVariableStatement();
    return node === undefined ? creation : { ...creation, holder: { source, node, name: owner.getName() } };
  }
  if (Node.isPropertyDeclaration(owner)) {
    return { ...creation, holder: { source, node: owner, name: `this.${owner.getName()}` } };
  }
  if (!Node.isBinaryExpression(owner) || owner.getOperatorToken().getText() !== '=') return creation;
  const node = owner.getParent();
  return Node.isExpressionStatement(node)
    ? { ...creation, holder: { source, node, name: plainName(owner.getLeft()) } }
    : creation;
}

function keepsValue(parent: Node, value: Node): boolean {
  if (Node.isPropertyAccessExpression(parent)) return parent.getExpression() === value;
  if (Node.isCallExpression(parent)) return parent.getExpression() === value;
  return (
    Node.isParenthesizedExpression(parent) ||
    Node.isAwaitExpression(parent) ||
    Node.isAsExpression(parent) ||
    Node.isSatisfiesExpression(parent) ||
    Node.isNonNullExpression(parent)
  );
}
