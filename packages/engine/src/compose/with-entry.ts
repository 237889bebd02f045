import type { Json } from '@joinery/kit';
import type { OptionEntry } from './request.ts';

type JsonRecord = Readonly<Record<string, Json>>;

/** Add an entry to a feature's options. Lists and objects are added to; anything else is replaced. */
export function withEntry(options: JsonRecord, { option, name, value }: OptionEntry): JsonRecord {
  const entries = recordIn(options, option);
  const before = recordIn(entries, name);
  const merged = Object.entries(value).map(([key, added]) => [key, merge(before[key], added)] as const);
  return defined(options, option, defined(entries, name, { ...before, ...Object.fromEntries(merged) }));
}

function merge(before: Json | undefined, added: Json): Json {
  if (Array.isArray(before) && Array.isArray(added)) return [...new Set([...before, ...added])];
  return isRecord(before) && isRecord(added) ? { ...before, ...added } : added;
}

function recordIn(record: JsonRecord, key: string): JsonRecord {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  return isRecord(value) ? value : {};
}

/** With a key of its own even where that is `__proto__`, which the feature then refuses by its name. */
function defined(record: JsonRecord, key: string, value: Json): JsonRecord {
  const entries = Object.entries(record);
  return Object.fromEntries(
    Object.hasOwn(record, key)
      ? entries.map(([other, old]) => [other, other === key ? value : old])
      : [...entries, [key, value]],
  );
}

function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
