import { z } from '#host/openapi/zod';
import type { Route } from './route.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** What of an OpenAPI document this service writes. */
export interface ApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: JsonObject;
}

export interface Operation {
  readonly summary: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: JsonObject };
  readonly responses: JsonObject;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Json;
}

const PROBLEM: JsonObject = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
};

const FAILURE: JsonObject = {
  description: 'A problem of RFC 9457',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Describe routes in OpenAPI 3.1, ordered by path and method. Throws RangeError when two are the same. */
export function buildDocument(
  title: string,
  version: string,
  routes: readonly Route[],
): ApiDocument {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of [...routes].sort(byPath)) {
    const methods = paths[route.path] ?? {};
    if (methods[route.method] !== undefined)
      throw new RangeError(`${route.method} ${route.path} is described twice.`);
    paths[route.path] = { ...methods, [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title, version },
    paths,
    components: { schemas: { Problem: PROBLEM } },
  };
}

/** Routes as they are described, and those that were only found; a path is the same whatever it calls its parameters. */
export function withFound(described: readonly Route[], found: readonly Route[]): readonly Route[] {
  const keyOf = ({ method, path }: Route) => `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`;
  const known = new Set(described.map(keyOf));
  return [...described, ...found.filter((route) => !known.has(keyOf(route)))];
}

function byPath(a: Route, b: Route): number {
  const [one, other] = [`${a.path} ${a.method}`, `${b.path} ${b.method}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

function operationOf(route: Route): Operation {
  const { summary, deprecated, params, query, headers, body, responses } = route;
  const parameters = [
    ...parametersOf('path', params),
    ...parametersOf('query', query),
    ...parametersOf('header', headers),
  ];
  const answers = Object.entries(responses).map(([status, { description, body: answer }]) => [
    status,
    { description, ...(answer === undefined ? {} : content(answer, 'output')) },
  ]);
  return {
    summary,
    ...(deprecated === undefined ? {} : { deprecated: true }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, ...content(body, 'input') } }),
    responses: { ...Object.fromEntries(answers), default: FAILURE },
  };
}

function content(schema: z.ZodType, io: 'input' | 'output'): { readonly content: JsonObject } {
  return { content: { 'application/json': { schema: jsonSchema(schema, io) } } };
}

function parametersOf(
  place: Parameter['in'],
  schema: z.ZodObject | undefined,
): readonly Parameter[] {
  if (schema === undefined) return [];
  return Object.entries(schema.shape).map(([name, part]) => ({
    name,
    in: place,
    required: place === 'path' || !z.safeParse(part as z.ZodType, undefined).success,
    schema: jsonSchema(part as z.ZodType, 'input'),
  }));
}

/** OpenAPI 3.1 takes JSON Schema as it is. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return JSON.parse(JSON.stringify(rest)) as Json;
}
