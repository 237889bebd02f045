import semver from 'semver';
import { type Finding, FORMAT_FINDING, type Path } from './finding.ts';
import type { JsonSchema } from './json-schema.ts';

/** Everything in a document that a schema does not allow. Long documents are looked through to the end. */
export function check(schema: JsonSchema, document: unknown): readonly Finding[] {
  const checking: Checking = { path: [], findings: [], verdicts: new Map() };
  checkValue(checking, schema, document);
  return checking.findings;
}

interface Checking {
  /** Where we are; copied only when there is something to report. */
  readonly path: (string | number)[];
  readonly findings: Finding[];
  /** Schema → text → whether it fits; the same ranges and names come again and again. */
  readonly verdicts: Map<JsonSchema, Map<string, boolean>>;
}

function checkValue(checking: Checking, schema: JsonSchema, value: unknown): void {
  if (schema.const !== undefined && value !== schema.const) {
    report(checking, (path) => ({ kind: 'wrong-value', path, value, allowed: [String(schema.const)] }));
  } else if (schema.type !== undefined && typeOf(value) !== schema.type) {
    const { type } = schema;
    report(checking, (path) => ({ kind: 'wrong-type', path, value, type }));
  } else if (typeof value === 'string') checkText(checking, schema, value);
  else if (Array.isArray(value)) checkList(checking, schema, value);
  else if (isRecord(value)) checkRecord(checking, schema, value);
}

function checkText(checking: Checking, schema: JsonSchema, value: string): void {
  const { enum: allowed, format } = schema;
  if (allowed !== undefined && !allowed.includes(value)) {
    report(checking, (path) => ({ kind: 'wrong-value', path, value, allowed }));
  } else if (!fits(checking, schema, value)) {
    report(checking, (path) => ({
      kind: format === undefined ? 'bad-text' : FORMAT_FINDING[format],
      path,
      value,
    }));
  }
}

/** Lengths first: what is too long is neither parsed nor remembered. */
function fits({ verdicts }: Checking, schema: JsonSchema, value: string): boolean {
  if (
    value.length < (schema.minLength ?? 0) ||
    value.length > (schema.maxLength ?? Number.POSITIVE_INFINITY)
  ) {
    return false;
  }
  if (schema.format === undefined && schema.pattern === undefined) return true;
  const known = verdicts.get(schema) ?? new Map<string, boolean>();
  const verdict = known.get(value) ?? matches(schema, value);
  verdicts.set(schema, known.set(value, verdict));
  return verdict;
}

function matches({ format, pattern }: JsonSchema, value: string): boolean {
  if (format === 'semver') return semver.parse(value) !== null;
  if (format === 'semver-range') return semver.validRange(value) !== null;
  return pattern === undefined || new RegExp(pattern, 'u').test(value);
}

function checkList(checking: Checking, schema: JsonSchema, values: readonly unknown[]): void {
  const seen = new Set<unknown>();
  for (const [index, value] of values.entries()) {
    checking.path.push(index);
    if (schema.items !== undefined) checkValue(checking, schema.items, value);
    if (schema.uniqueItems && seen.has(value)) {
      report(checking, (path) => ({ kind: 'repeated-value', path, value: String(value) }));
    }
    if (schema.uniqueItems) seen.add(value);
    checking.path.pop();
  }
}

function checkRecord(
  checking: Checking,
  schema: JsonSchema,
  record: Readonly<Record<string, unknown>>,
): void {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  for (const key of required) {
    if (!Object.hasOwn(record, key)) report(checking, (path) => ({ kind: 'missing-key', path, key }));
  }
  for (const [key, value] of Object.entries(record)) {
    if (additionalProperties === false && !Object.hasOwn(properties, key)) {
      report(checking, (path) => ({ kind: 'unknown-key', path, key, known: Object.keys(properties) }));
      continue;
    }
    checking.path.push(key);
    if (Object.hasOwn(properties, key)) checkValue(checking, properties[key] ?? {}, value);
    else {
      if (propertyNames !== undefined) checkValue(checking, propertyNames, key);
      if (additionalProperties !== undefined && additionalProperties !== false) {
        checkValue(checking, additionalProperties, value);
      }
    }
    checking.path.pop();
  }
}

function report({ path, findings }: Checking, finding: (path: Path) => Finding): void {
  findings.push(finding([...path]));
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
