import type { Json } from '@joinery/kit';
import type { Lockfile } from './lockfile.ts';

type JsonRecord = { readonly [key: string]: Json };

/**
 * Print a lockfile so that git merges it and the same state is the same bytes: keys sorted, one fact a line (a feature, a
 * file, an edit, a dependency), nothing that changes by itself.
 */
export function printLockfile(lockfile: Lockfile): string {
  const sections = Object.entries(sorted({ ...lockfile } as unknown as JsonRecord)).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${printSection(value)}`,
  );
  return `{\n${sections.join(',\n')}\n}\n`;
}

function printSection(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const lines = Array.isArray(value)
    ? value.map((item) => printFact(item))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printFact(item)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return lines.length === 0 ? `${open}${close}` : `${open}\n    ${lines.join(',\n    ')}\n  ${close}`;
}

/** On one line, with the spaces people expect. */
function printFact(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(printFact).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printFact(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function sorted(record: JsonRecord): JsonRecord {
  const entries = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortedValue(item)]));
}

function sortedValue(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortedValue);
  return typeof value === 'object' && value !== null ? sorted(value as JsonRecord) : value;
}
