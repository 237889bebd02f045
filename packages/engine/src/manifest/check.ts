import semver from 'semver';
import { type Finding, FORMAT_FINDING, type Path } from './finding.ts';
import type { JsonSchema } from './json-schema.ts';

/** Everything in a document that a schema does not allow. Long documents are looked through to the end. */
export function check(schema: JsonSchema, document: unknown): readonly Finding[] {
  const findings: Finding[] = [];
  checkValue(schema, document, [], findings);
  return findings;
}

function checkValue(schema: JsonSchema, value: unknown, path: Path, findings: Finding[]): void {
  if (schema.const !== undefined && value !== schema.const) {
    findings.push({ kind: 'wrong-value', path, value, allowed: [String(schema.const)] });
  } else if (schema.type !== undefined && typeOf(value) !== schema.type) {
    findings.push({ kind: 'wrong-type', path, value, type: schema.type });
  } else if (typeof value === 'string') checkText(schema, value, path, findings);
  else if (Array.isArray(value)) checkList(schema, value, path, findings);
  else if (isRecord(value)) checkRecord(schema, value, path, findings);
}

function checkText(schema: JsonSchema, value: string, path: Path, findings: Finding[]): void {
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    findings.push({ kind: 'wrong-value', path, value, allowed: schema.enum });
    return;
  }
  // Lengths first: what is too long is not given to a regular expression at all.
  const fits =
    value.length >= (schema.minLength ?? 0) && value.length <= (schema.maxLength ?? Number.POSITIVE_INFINITY);
  if (fits && matches(schema, value)) return;
  findings.push({
    kind: schema.format === undefined ? 'bad-text' : FORMAT_FINDING[schema.format],
    path,
    value,
  });
}

function matches({ format, pattern }: JsonSchema, value: string): boolean {
  if (format === 'semver') return semver.parse(value) !== null;
  if (format === 'semver-range') return semver.validRange(value) !== null;
  return pattern === undefined || new RegExp(pattern, 'u').test(value);
}

function checkList(schema: JsonSchema, values: readonly unknown[], path: Path, findings: Finding[]): void {
  const seen = new Set<unknown>();
  for (const [index, value] of values.entries()) {
    if (schema.items !== undefined) checkValue(schema.items, value, [...path, index], findings);
    if (schema.uniqueItems && seen.has(value)) {
      findings.push({ kind: 'repeated-value', path: [...path, index], value: String(value) });
    }
    if (schema.uniqueItems) seen.add(value);
  }
}

function checkRecord(
  schema: JsonSchema,
  record: Readonly<Record<string, unknown>>,
  path: Path,
  findings: Finding[],
): void {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  for (const key of required)
    if (!Object.hasOwn(record, key)) findings.push({ kind: 'missing-key', path, key });
  for (const [key, value] of Object.entries(record)) {
    const place = [...path, key];
    if (Object.hasOwn(properties, key)) checkValue(properties[key] ?? {}, value, place, findings);
    else if (additionalProperties === false) {
      findings.push({ kind: 'unknown-key', path, key, known: Object.keys(properties) });
    } else {
      if (propertyNames !== undefined) checkValue(propertyNames, key, place, findings);
      if (additionalProperties !== undefined) checkValue(additionalProperties, value, place, findings);
    }
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
