import type { HostRoute, Profile } from '@joinery/kit';
import type { CallExpression } from 'ts-morph';
import type { Located } from '../follow/exports.ts';
import { findFunction } from '../follow/functions.ts';
import { unwrap } from '../follow/shape.ts';
import { Node, SyntaxKind } from '../syntax/morph.ts';
import { declarationOf } from '../syntax/scope.ts';
import type { Source } from '../syntax/source.ts';
import type { Sources } from '../syntax/sources.ts';
import { describeCall } from './calls.ts';
import { type Handler, isHandler, type Parts, partsOf } from './handler-parts.ts';
import { findMounts, type Mount, pathText, prefixOf } from './mounts.ts';
import { readNestRoutes } from './nest-routes.ts';

const VERBS = /^(?:get|post|put|patch|delete)$/;
const REGISTERS = /\.(?:get|post|put|patch|delete|route)\b/;

/** Something that checks requests by a schema, as its name or its use tells. */
export const CHECKS =
  /valid|schema|celebrate|\b(?:z|Joi|yup|v)\.\w+\(|(?<!\b(?:JSON|Date|Number|url|path|querystring|qs))\.(?:safeParse|parse|parseAsync|safeParseAsync)\(/i;

interface Context {
  readonly sources: Sources;
  readonly profile: Profile;
  readonly mounts: readonly Mount[];
}

/** Read the routes that some files register, each with what its handler reads of a request. */
export function readRoutes(
  sources: Sources,
  files: readonly string[],
  profile: Profile,
): readonly HostRoute[] {
  if (profile.framework?.value.name === 'nest') return readNestRoutes(sources, files);
  const opened = files
    .filter((file) => /\.(?:use|register|get|post|put|patch|delete|route)\b/.test(sources.text(file) ?? ''))
    .map((file) => sources.open(file))
    .filter((source) => source !== undefined)
    .filter((source) => source.error === undefined);
  const context = { sources, profile, mounts: findMounts(sources, opened) };
  return opened.filter(({ text }) => REGISTERS.test(text)).flatMap((source) => routesIn(source, context));
}

function routesIn(source: Source, context: Context): readonly HostRoute[] {
  return source.file
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .sort((a, b) => a.getStart() - b.getStart())
    .flatMap((call) => {
      const route = registered(call);
      if (route === undefined) return [];
      const { method, path, handlers } = route;
      const own = handlers.filter((each) => !isOurs(each, source, context));
      const last = own.at(-1);
      const handler = last === undefined ? undefined : handlerOf(last, source, context.sources);
      if (handler === undefined) return [];
      const parts = partsFor(call, handler, context);
      const full = joined(prefixOf(context.mounts, call), path);
      const described = describeCall(source, call, method.toLowerCase());
      const checked = isChecked(own.slice(0, -1), handler.node);
      return [{ method, path: full, call: described, arguments: own.length + 1, checked, ...parts }];
    });
}

/** What a call registers: `app.get('/x', handler)`, `router.route('/x').get(handler)`, `app.route({ method, url, handler })`. */
function registered(
  call: CallExpression,
): { readonly method: string; readonly path: string; readonly handlers: readonly Node[] } | undefined {
  const callee = call.getExpression();
  if (!Node.isPropertyAccessExpression(callee)) return undefined;
  const args = call.getArguments();
  if (VERBS.test(callee.getName())) {
    const method = callee.getName().toUpperCase();
    const path = pathText(args[0]);
    if (path !== undefined) return args.length > 1 ? { method, path, handlers: args.slice(1) } : undefined;
    const before = callee.getExpression();
    const chained = Node.isCallExpression(before) ? chainedPath(before) : undefined;
    return chained === undefined ? undefined : { method, path: chained, handlers: args };
  }
  const [options] = args;
  if (callee.getName() !== 'route' || !Node.isObjectLiteralExpression(options)) return undefined;
  const value = (name: string) => {
    const property = options.getProperty(name);
    return Node.isPropertyAssignment(property) ? property.getInitializer() : property;
  };
  const [method, path, handler] = [pathText(value('method')), pathText(value('url')), value('handler')];
  if (method === undefined || path === undefined || handler === undefined) return undefined;
  return { method: method.toUpperCase(), path, handlers: [options, handler] };
}

function chainedPath(call: CallExpression): string | undefined {
  const callee = call.getExpression();
  if (!Node.isPropertyAccessExpression(callee)) return undefined;
  if (callee.getName() === 'route') return pathText(call.getArguments()[0]);
  const before = callee.getExpression();
  return Node.isCallExpression(before) ? chainedPath(before) : undefined;
}

function handlerOf(node: Node, source: Source, sources: Sources): Located<Handler> | undefined {
  const value = unwrap(node);
  if (isHandler(value)) return { node: value, source };
  const found = findFunction(sources, value, source);
  if (found !== undefined && isHandler(found.node)) return { node: found.node, source: found.source };
  // `wrapped(handler)`, `controller.create.bind(controller)`
  const [inner] = Node.isCallExpression(value) ? value.getArguments() : [];
  const callee = Node.isCallExpression(value) ? value.getExpression() : undefined;
  const bound = Node.isPropertyAccessExpression(callee) && callee.getName() === 'bind';
  if (bound) return handlerOf(callee.getExpression(), source, sources);
  return inner === undefined ? undefined : handlerOf(inner, source, sources);
}

function partsFor(call: CallExpression, handler: Located<Handler>, { sources, profile }: Context): Parts {
  const framework = profile.framework?.value.name ?? 'node-http';
  return partsOf(framework, sources, handler, framework === 'fastify' ? call.getTypeArguments() : []);
}

/** An argument that Joinery has put in: something of generated code, or made by it. */
function isOurs(node: Node, source: Source, { sources, profile }: Context): boolean {
  const value =
    Node.isObjectLiteralExpression(node) && node.getProperties().length === 1
      ? node.getProperty('preHandler')
      : node;
  const call = Node.isPropertyAssignment(value) ? value.getInitializer() : value;
  const callee = Node.isCallExpression(call) ? call.getExpression() : call;
  const declaration = Node.isIdentifier(callee) ? declarationOf(callee) : undefined;
  if (!Node.isImportSpecifier(declaration)) return false;
  const path = sources.resolve(source.path, declaration.getImportDeclaration().getModuleSpecifierValue());
  return path?.startsWith(`${profile.platformFolder}/`) ?? false;
}

function isChecked(before: readonly Node[], handler: Handler): boolean {
  return (
    before.some((each) => CHECKS.test(each.getText())) || CHECKS.test(handler.getBody()?.getText() ?? '')
  );
}

function joined(prefix: string, path: string): string {
  return `/${`${prefix}/${path}`.split('/').filter(Boolean).join('/')}`;
}
