import type { ElementEdit, Json, SettingEdit } from '@joinery/kit';
import { parse, type TomlTable } from 'smol-toml';
import { insertion, removal, type Splice } from '../../edits/splice.ts';
import {
  breakAt,
  endOfTrailingComments,
  indentOf,
  lineEnd,
  lineStart,
  startsLine,
} from '../../syntax/layout.ts';
import { eolOf } from './eol.ts';
import type { FileFormat, Standing } from './file-format.ts';
import { isData, sameMeaning, withEdit } from './meaning.ts';
import { fitsToml, printToml, tomlKey } from './toml-print.ts';
import { endOfTomlValue, scanToml, type TomlEntry } from './toml-scan.ts';

type Edit = SettingEdit | ElementEdit;

/** TOML: a scanner of our own finds the places, a parser says whether each text means what it must. */
export const tomlFormat: FileFormat<Edit> = {
  find,
  place,
  takeOut,
  read,
  expected: withEdit,
  snippet: (edit) => table(edit, '\n'),
};

function read(text: string): Json | undefined {
  return toJson(parse(text));
}

/** Dates and big integers become texts, as in JSON. */
function toJson(table: TomlTable): Json {
  return JSON.parse(JSON.stringify(table, (_, value) => (typeof value === 'bigint' ? String(value) : value)));
}

function find(text: string, edit: Edit): Standing {
  const data = readOrWhy(text);
  if (typeof data === 'string') return { kind: 'unclear', at: 0, why: data };
  if (!fitsToml(edit.value)) return { kind: 'unclear', at: 0, why: 'TOML has no `null`' };
  const { value, rest } = reach(data, edit.path);
  const entries = scanToml(text);
  const own = entryAt(entries, edit.path);
  const at = own?.start ?? entries.find((each) => isWithin(each.path, edit.path))?.start ?? 0;
  if (rest.length > 0) return isData(value) ? { kind: 'missing' } : { kind: 'other', at };
  if (edit.kind === 'setting') return { kind: sameMeaning(value, edit.value) ? 'same' : 'other', at };
  if (!Array.isArray(value)) return { kind: 'other', at };
  const index = value.findLastIndex((each) => sameMeaning(each, edit.value));
  if (index === -1) return { kind: 'missing' };
  return {
    kind: 'same',
    at: elementsOf(text, own)[index]?.start ?? tables(entries, edit.path)[index]?.start ?? at,
  };
}

function readOrWhy(text: string): Json | undefined | string {
  try {
    return read(text);
  } catch {
    return 'it does not parse';
  }
}

function reach(
  data: Json | undefined,
  path: readonly string[],
): { readonly value: Json; readonly rest: readonly string[] } {
  let value: Json = data ?? {};
  for (const [index, key] of path.entries()) {
    const inner: Json | undefined = isData(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    if (inner === undefined) return { value, rest: path.slice(index) };
    value = inner;
  }
  return { value, rest: [] };
}

function entryAt(entries: readonly TomlEntry[], path: readonly string[]): TomlEntry | undefined {
  return entries.findLast((each) => each.kind !== 'tables' && sameMeaning([...each.path], [...path]));
}

function tables(entries: readonly TomlEntry[], path: readonly string[]): readonly TomlEntry[] {
  return entries.filter((each) => each.kind === 'tables' && sameMeaning([...each.path], [...path]));
}

function isWithin(path: readonly string[], outer: readonly string[]): boolean {
  return outer.every((key, index) => path[index] === key);
}

function place(text: string, edit: Edit): readonly Splice[] {
  const entries = scanToml(text);
  const eol = eolOf(text);
  const own = entryAt(entries, edit.path);
  if (edit.kind === 'element' && own?.kind === 'pair') return intoList(text, own, edit.value, eol);
  if (edit.kind === 'element' && tables(entries, edit.path).length > 0)
    return atEnd(text, table(edit, eol), eol);
  const value = edit.kind === 'setting' ? edit.value : [edit.value];
  const key = edit.path.at(-1) ?? '';
  const outer = edit.path.slice(0, -1);
  if (edit.kind === 'setting' && isData(value) && !isInline(entries, outer))
    return atEnd(text, table(edit, eol), eol);
  const pair = `${tomlKey(key)} = ${printToml(value)}`;
  const inline = entries.find((each) => each.kind === 'pair' && sameMeaning([...each.path], [...outer]));
  if (inline?.kind === 'pair') return intoInline(text, inline, pair);
  const dotted = entries.findLast(
    (each) =>
      each.kind === 'pair' &&
      each.depth < outer.length &&
      each.path.length > outer.length &&
      isWithin(each.path, outer),
  );
  if (dotted?.kind === 'pair') {
    const whole = `${tomlKey(...edit.path.slice(dotted.depth))} = ${printToml(value)}`;
    return [insertion(lineEnd(text, dotted.end), `${eol}${indentOf(text, dotted.start)}${whole}`)];
  }
  return outer.length === 0 ? atTop(text, entries, pair, eol) : intoTable(text, entries, edit, pair, eol);
}

function isInline(entries: readonly TomlEntry[], path: readonly string[]): boolean {
  return entries.some((each) => each.kind === 'pair' && path.length > 0 && isWithin(path, each.path));
}

/** A whole table, or one of a list of tables. */
function table(edit: Edit, eol: string): string {
  if (edit.kind === 'element' && !isData(edit.value)) {
    return [
      ...(edit.path.length > 1 ? [`[${tomlKey(...edit.path.slice(0, -1))}]`] : []),
      `${tomlKey(edit.path.at(-1) ?? '')} = [${printToml(edit.value)}]`,
    ].join(eol);
  }
  const whole = isData(edit.value);
  const path = whole ? edit.path : edit.path.slice(0, -1);
  const pairs = isData(edit.value)
    ? Object.entries(edit.value)
    : [[edit.path.at(-1) ?? '', edit.value] as const];
  const [open, close] = edit.kind === 'element' ? ['[[', ']]'] : ['[', ']'];
  const head = path.length === 0 ? [] : [`${open}${tomlKey(...path)}${close}`];
  return [...head, ...pairs.map(([key, value]) => `${tomlKey(key)} = ${printToml(value)}`)].join(eol);
}

function atEnd(text: string, block: string, eol: string): readonly Splice[] {
  if (text.trim() === '') return [insertion(text.length, block + eol)];
  const open = !text.endsWith('\n');
  return [insertion(text.length, open ? `${eol}${eol}${block}` : `${eol}${block}${eol}`)];
}

function atTop(text: string, entries: readonly TomlEntry[], pair: string, eol: string): readonly Splice[] {
  const head = entries.findIndex(({ kind }) => kind !== 'pair');
  const last = entries[(head === -1 ? entries.length : head) - 1];
  if (last !== undefined)
    return [insertion(lineEnd(text, last.end), `${eol}${indentOf(text, last.start)}${pair}`)];
  const first = entries[head];
  if (first === undefined) return atEnd(text, pair, eol);
  return [insertion(lineStart(text, first.start), `${pair}${eol}${eol}`)];
}

function intoTable(
  text: string,
  entries: readonly TomlEntry[],
  edit: Edit,
  pair: string,
  eol: string,
): readonly Splice[] {
  const outer = edit.path.slice(0, -1);
  const head = entries.findIndex((each) => each.kind === 'table' && sameMeaning([...each.path], outer));
  if (head === -1) return atEnd(text, `[${tomlKey(...outer)}]${eol}${pair}`, eol);
  const next = entries.findIndex((each, index) => index > head && each.kind !== 'pair');
  const last = entries[(next === -1 ? entries.length : next) - 1];
  if (last === undefined) return [];
  return [insertion(lineEnd(text, last.end), `${eol}${indentOf(text, last.start)}${pair}`)];
}

type PairEntry = Extract<TomlEntry, { kind: 'pair' }>;

function intoInline(text: string, entry: PairEntry, pair: string): readonly Splice[] {
  const inside = text.slice(entry.value + 1, entry.end - 1);
  const end = entry.value + 1 + inside.trimEnd().length;
  return [insertion(end, inside.trim() === '' ? ` ${pair}${inside === '' ? ' ' : ''}` : `, ${pair}`)];
}

function intoList(text: string, entry: PairEntry, value: Json, eol: string): readonly Splice[] {
  const last = elementsOf(text, entry).at(-1);
  const printed = printToml(value);
  if (last === undefined) return [insertion(entry.value + 1, printed)];
  const comma = /^(?:\s|#[^\n]*)*,/.exec(text.slice(last.end, entry.end))?.[0];
  const after = last.end + (comma?.length ?? 0);
  if (!startsLine(text, last.start))
    return [insertion(after, comma === undefined ? `, ${printed}` : ` ${printed},`)];
  const own = `${eol}${indentOf(text, last.start)}${printed}`;
  const end = /^[ \t]*#/.test(text.slice(after)) ? lineEnd(text, after) : after;
  if (comma !== undefined) return [insertion(end, `${own},`)];
  return end === after ? [insertion(after, `,${own}`)] : [insertion(after, ','), insertion(end, own)];
}

/** Where the elements of a list stand. */
function elementsOf(
  text: string,
  entry: TomlEntry | undefined,
): readonly { readonly start: number; readonly end: number }[] {
  if (entry?.kind !== 'pair' || text[entry.value] !== '[') return [];
  const found: { start: number; end: number }[] = [];
  const skip = /(?:[\s,]|#[^\n]*)*/y;
  for (let at = entry.value + 1; ; ) {
    skip.lastIndex = at;
    const start = at + (skip.exec(text)?.[0].length ?? 0);
    if (start >= entry.end - 1) return found;
    at = Math.max(endOfTomlValue(text, start), start + 1);
    found.push({ start, end: at });
  }
}

function takeOut(text: string, edit: Edit): readonly Splice[] | undefined {
  const standing = find(text, edit);
  if (standing.kind !== 'same') return undefined;
  const entries = scanToml(text);
  const own = entries.find(({ start }) => start === standing.at);
  if (own !== undefined && own.kind !== 'pair') return [wholeTable(text, entries, own)];
  const end = edit.kind === 'element' ? endOfTomlValue(text, standing.at) : own?.end;
  if (end === undefined) return undefined;
  const comma = edit.kind === 'element' ? (/^\s*,/.exec(text.slice(end))?.[0].length ?? 0) : 0;
  const stop = lineEnd(text, endOfTrailingComments(text, end + comma).end);
  if (!startsLine(text, standing.at))
    return edit.kind === 'element' ? [removal(standing.at, end + comma)] : undefined;
  if (!/^\s*(?:#.*)?$/.test(text.slice(end + comma, stop))) return undefined;
  return [removal(lineStart(text, standing.at), stop + breakAt(text, stop).length)];
}

/** A table, from its header to its last pair. */
function wholeTable(text: string, entries: readonly TomlEntry[], head: TomlEntry): Splice {
  const after = entries.slice(entries.indexOf(head) + 1);
  const next = after.findIndex(({ kind }) => kind !== 'pair');
  const last = after[(next === -1 ? after.length : next) - 1] ?? head;
  const stop = lineEnd(text, last.end);
  return removal(lineStart(text, head.start), stop + breakAt(text, stop).length);
}
