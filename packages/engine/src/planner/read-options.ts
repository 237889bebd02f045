import type { Json } from '@joinery/kit';
import type { Feature } from '../compose/feature.ts';
import { EXIT, ProblemError } from '../problem.ts';
import { nearest } from '../words/nearest.ts';

type JsonRecord = { readonly [key: string]: Json };

/**
 * Check options against the feature's schema and fill in defaults. The schema is an object of scalars and enums.
 * Throws ProblemError `invalid-option` with every fault at once.
 */
export function readOptions(feature: Feature, given: JsonRecord): JsonRecord {
  const properties = propertiesOf(feature.optionsSchema);
  const faults = Object.entries(given).flatMap(([key, value]) => faultsOf(key, value, properties));
  if (faults.length > 0) throw invalid(feature.name, faults);
  const defaults = Object.entries(properties).flatMap(([key, schema]) =>
    isRecord(schema) && schema.default !== undefined ? [[key, schema.default] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

/** What is wrong with one option's value, as a clause; `undefined` when nothing is. `schema` is the feature's whole schema. */
export function optionFault(schema: Json | undefined, key: string, value: Json): string | undefined {
  return faultsOf(key, value, propertiesOf(schema))[0];
}

function propertiesOf(schema: Json | undefined): JsonRecord {
  const properties = isRecord(schema) ? schema.properties : undefined;
  return isRecord(properties) ? properties : {};
}

function faultsOf(key: string, value: Json, properties: JsonRecord): readonly string[] {
  const schema = Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (!isRecord(schema)) {
    const [close] = nearest(key, Object.keys(properties));
    return [`\`${key}\` is no option${close === undefined ? '' : ` (did you mean \`${close}\`?)`}`];
  }
  const shown = JSON.stringify(value);
  if (Array.isArray(schema.enum)) {
    const list = schema.enum.map((item) => JSON.stringify(item)).join(', ');
    return schema.enum.some((item) => item === value) ? [] : [`\`${key}\` is ${shown}, not one of ${list}`];
  }
  if (typeof schema.type === 'string' && !isType(value, schema.type))
    return [`\`${key}\` is ${shown}, not of type ${schema.type}`];
  if (typeof value !== 'number') return [];
  if (typeof schema.minimum === 'number' && value < schema.minimum)
    return [`\`${key}\` is ${shown}, below ${schema.minimum}`];
  if (typeof schema.maximum === 'number' && value > schema.maximum)
    return [`\`${key}\` is ${shown}, above ${schema.maximum}`];
  return [];
}

function isType(value: Json, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  return typeof value === type;
}

function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(feature: string, faults: readonly string[]): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'invalid-option',
    exitCode: EXIT.error,
    found: `The options of \`${feature}\` cannot be used: ${faults.join('; ')}.`,
    todo: `\`joinery info ${feature}\` lists them.`,
  });
}
