import type { Framework, HostShape } from '@joinery/kit';
import type {
  ArrowFunction,
  FunctionDeclaration,
  FunctionExpression,
  MethodDeclaration,
  TypeNode,
} from 'ts-morph';
import type { Located } from '../follow/exports.ts';
import { Node, SyntaxKind } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import type { Sources } from '../syntax/sources.ts';
import { type Evidence, shapeFrom } from './evidence.ts';
import { readName, readValue } from './read-value.ts';
import { declarationOfType, shapeOfType } from './shape-of-type.ts';

export type Handler = FunctionDeclaration | ArrowFunction | FunctionExpression | MethodDeclaration;

/** The parts of a request that a handler reads. */
export interface Parts {
  readonly params?: HostShape;
  readonly query?: HostShape;
  readonly body?: HostShape;
}

export function isHandler(node: Node | undefined): node is Handler {
  return (
    Node.isFunctionDeclaration(node) ||
    Node.isArrowFunction(node) ||
    Node.isFunctionExpression(node) ||
    Node.isMethodDeclaration(node)
  );
}

/** What a handler reads of its request: by property, by taking it apart, by the types it gives it. */
export function partsOf(
  framework: Framework,
  sources: Sources,
  { node, source }: Located<Handler>,
  generics: readonly TypeNode[],
): Parts {
  const [request] = node.getParameters();
  if (request === undefined) return {};
  if (framework === 'hono') return honoParts(sources, source, node, request.getName());
  const evidence = readName(sources, source, request.getNameNode());
  const told = typed(framework, sources, source, [...generics, ...argumentsOf(request.getTypeNode())]);
  const context = framework === 'koa' ? partOf(evidence, 'request') : [];
  const part = (name: 'params' | 'query' | 'body') => {
    const found = [
      ...partOf(context, name),
      ...(framework === 'koa' && name === 'body' ? [] : partOf(evidence, name)),
    ];
    const shape = shapeFrom([...found, ...(told[name] ?? [])]);
    return shape === undefined ? {} : { [name]: shape };
  };
  return { ...part('params'), ...part('query'), ...part('body') };
}

function partOf(evidence: readonly Evidence[], name: string): readonly Evidence[] {
  return evidence.flatMap((each) => (each.kind === 'has' && each.name === name ? each.of : []));
}

function argumentsOf(type: TypeNode | undefined): readonly TypeNode[] {
  return Node.isTypeReference(type) ? type.getTypeArguments() : [];
}

/** `Request<Params, Answer, Body, Query>` of Express; `FastifyRequest<{ Body: … }>` of Fastify. */
function typed(
  framework: Framework,
  sources: Sources,
  source: Source,
  generics: readonly TypeNode[],
): Readonly<Partial<Record<keyof Parts, readonly Evidence[]>>> {
  const shape = (type: TypeNode | undefined): readonly Evidence[] => {
    const found = type === undefined ? undefined : shapeOfType(sources, type, source);
    return found?.kind === 'object' && found.fields.length > 0 ? [{ kind: 'is', shape: found }] : [];
  };
  if (framework === 'express')
    return { params: shape(generics[0]), body: shape(generics[2]), query: shape(generics[3]) };
  if (framework !== 'fastify' || generics[0] === undefined) return {};
  const member = (name: string) => shape(memberType(sources, source, generics[0], name));
  return { params: member('Params'), body: member('Body'), query: member('Querystring') };
}

function memberType(
  sources: Sources,
  source: Source,
  type: TypeNode | undefined,
  name: string,
): TypeNode | undefined {
  const own = Node.isTypeReference(type)
    ? declarationOfType(sources, type.getTypeName().getText(), source)?.node
    : type;
  const literal = Node.isTypeAliasDeclaration(own) ? own.getTypeNode() : own;
  const isObject = Node.isTypeLiteral(literal) || Node.isInterfaceDeclaration(literal);
  return isObject ? literal.getProperty(name)?.getTypeNode() : undefined;
}

function honoParts(sources: Sources, source: Source, node: Handler, name: string): Parts {
  const calls = node.getDescendantsOfKind(SyntaxKind.CallExpression).flatMap((call) => {
    const callee = call.getExpression().getText();
    const part = callee.startsWith(`${name}.req.`) ? callee.slice(name.length + 5) : '';
    return part === '' ? [] : [{ call, part }];
  });
  const told = (part: string) =>
    calls
      .filter((each) => each.part === part)
      .flatMap(({ call }): readonly Evidence[] => {
        const [key] = call.getArguments();
        const of = readValue(sources, source, call);
        if (Node.isStringLiteral(key))
          return [{ kind: 'has', name: key.getLiteralText(), optional: false, of }];
        const [type] = call.getTypeArguments();
        return type === undefined ? of : [{ kind: 'is', shape: shapeOfType(sources, type, source) }, ...of];
      });
  const found = {
    params: shapeFrom(told('param')),
    query: shapeFrom(told('query')),
    body: shapeFrom(told('json')),
  };
  return Object.fromEntries(Object.entries(found).filter(([, shape]) => shape !== undefined));
}
