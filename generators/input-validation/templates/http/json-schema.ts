import type { Fault } from '#host/errors/app-error';

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly patternProperties?: Readonly<Record<string, unknown>>;
  readonly additionalProperties?: unknown;
  readonly items?: unknown;
}

/** Other parts of a schema may know more keys than its `properties` name. */
const OPEN = ['$ref', 'allOf', 'anyOf', 'oneOf', 'if', 'dependentSchemas', 'unevaluatedProperties'];

/**
 * Name the keys that a JSON Schema does not know, by their JSON pointers. An object whose properties are named has no
 * others, unless the schema says `additionalProperties` itself; where other schemas are joined in, nothing is told.
 */
export function unknownKeys(value: unknown, schema: unknown, pointer: string): readonly Fault[] {
  if (!isRecord(value) || !isRecord(schema) || OPEN.some((key) => key in schema)) return [];
  const { properties, patternProperties = {}, additionalProperties, items }: ObjectSchema = schema;
  if (Array.isArray(value))
    return value.flatMap((item, index) => unknownKeys(item, items, `${pointer}/${index}`));
  if (properties === undefined) return [];
  const known = new Map(Object.entries(properties));
  const patterns = Object.keys(patternProperties).map((pattern) => new RegExp(pattern, 'u'));
  const isClosed = additionalProperties === undefined || additionalProperties === false;
  return Object.keys(value).flatMap((key) => {
    const place = `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    if (known.has(key)) return unknownKeys(value[key], known.get(key), place);
    if (!isClosed || patterns.some((pattern) => pattern.test(key))) return [];
    return [{ pointer: place, detail: 'This is not known here.' }];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
