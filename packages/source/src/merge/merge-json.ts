import type { Json } from '@joinery/kit';
import { type ParseError, parse } from 'jsonc-parser';
import { editJson } from '../formats/json.ts';
import { mergeItems } from './merge-items.ts';

/** One value that the other side set, or took out. */
interface Setting {
  readonly path: readonly string[];
  readonly value: Json | undefined;
}

/**
 * Bring JSON texts together by their values: what the other side set or took out is done in our text, which keeps its
 * comments and order. `undefined` when both sides set one value differently, or a text is no JSON.
 */
export function mergeJson(base: string, ours: string, theirs: string): string | undefined {
  const [from, mine, others] = [base, ours, theirs].map(read);
  if (!isRecord(from) || !isRecord(mine) || !isRecord(others)) return undefined;
  const settings = settle(from, mine, others, []);
  return settings?.reduce((text, { path, value }) => editJson(text, path, value), ours);
}

function read(text: string): Json | undefined {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  return errors.length === 0 ? (value as Json) : undefined;
}

type JsonRecord = { readonly [key: string]: Json };

function settle(
  from: JsonRecord,
  mine: JsonRecord,
  others: JsonRecord,
  path: readonly string[],
): readonly Setting[] | undefined {
  const settings: Setting[] = [];
  for (const key of new Set([...Object.keys(from), ...Object.keys(others)])) {
    const [before, own, other] = [from[key], mine[key], others[key]];
    if (same(before, other) || same(own, other)) continue;
    const here = [...path, key];
    const deeper = same(before, own) ? [{ path: here, value: other }] : settleValue(before, own, other, here);
    if (deeper === undefined) return undefined;
    settings.push(...deeper);
  }
  return settings;
}

function settleValue(
  before: Json | undefined,
  own: Json | undefined,
  other: Json | undefined,
  path: readonly string[],
): readonly Setting[] | undefined {
  if (isRecord(own) && isRecord(other)) return settle(isRecord(before) ? before : {}, own, other, path);
  if (!Array.isArray(own) || !Array.isArray(other)) return undefined;
  const merged = mergeItems({
    base: itemsOf(Array.isArray(before) ? before : []),
    ours: itemsOf(own),
    theirs: itemsOf(other),
  });
  return merged && [{ path, value: merged.map(({ text }) => JSON.parse(text) as Json) }];
}

function itemsOf(list: readonly Json[]) {
  return list.map((value) => ({ key: JSON.stringify(value), text: JSON.stringify(value) }));
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
