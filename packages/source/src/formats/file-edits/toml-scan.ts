/** A line of TOML that says something: `[table]`, `[[list of tables]]` or `key = value`. */
export type TomlEntry =
  | {
      readonly kind: 'table' | 'tables';
      readonly path: readonly string[];
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'pair';
      /** The whole path, its table's included. */
      readonly path: readonly string[];
      /** How many keys of it are its table's. */
      readonly depth: number;
      readonly start: number;
      readonly value: number;
      /** Where the value ends, before a comment. */
      readonly end: number;
    };

const SPACE = /(?:[ \t\r\n]|#[^\n]*)*/y;
const KEY = /[ \t]*(?:([A-Za-z0-9_-]+)|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')[ \t]*/y;

/** Find the entries of a TOML text that is known to parse. Positions only; values are read by a real parser. */
export function scanToml(text: string): readonly TomlEntry[] {
  const entries: TomlEntry[] = [];
  let table: readonly string[] = [];
  let at = skip(text, 0);
  while (at < text.length) {
    const entry = text[at] === '[' ? header(text, at) : pair(text, at, table);
    if (entry === undefined) return entries;
    if (entry.kind !== 'pair') table = entry.path;
    entries.push(entry);
    at = skip(text, entry.end);
  }
  return entries;
}

function header(text: string, start: number): TomlEntry | undefined {
  const double = text.startsWith('[[', start);
  const keys = keyPath(text, start + (double ? 2 : 1));
  if (keys === undefined) return undefined;
  return { kind: double ? 'tables' : 'table', path: keys.path, start, end: keys.end + (double ? 2 : 1) };
}

function pair(text: string, start: number, table: readonly string[]): TomlEntry | undefined {
  const keys = keyPath(text, start);
  if (keys === undefined || text[keys.end] !== '=') return undefined;
  const value = keys.end + 1 + (/^[ \t]*/.exec(text.slice(keys.end + 1))?.[0].length ?? 0);
  return {
    kind: 'pair',
    path: [...table, ...keys.path],
    depth: table.length,
    start,
    value,
    end: endOfTomlValue(text, value),
  };
}

function keyPath(
  text: string,
  start: number,
): { readonly path: readonly string[]; readonly end: number } | undefined {
  const path: string[] = [];
  let at = start;
  for (;;) {
    KEY.lastIndex = at;
    const found = KEY.exec(text);
    if (found === null) return undefined;
    const [whole, bare, basic, literal] = found;
    path.push(bare ?? literal ?? unescaped(basic ?? ''));
    at += whole.length;
    if (text[at] !== '.') return { path, end: at };
    at += 1;
  }
}

function unescaped(basic: string): string {
  try {
    return String(JSON.parse(`"${basic}"`));
  } catch {
    return basic;
  }
}

/** Where a value ends that starts at `start`: strings of all four kinds, lists and inline tables over many lines. */
export function endOfTomlValue(text: string, start: number): number {
  const quote = /^(?:"""|'''|"|')/.exec(text.slice(start, start + 3))?.[0];
  if (quote !== undefined) return endOfString(text, start, quote);
  const open = text[start];
  if (open !== '[' && open !== '{')
    return start + (/^[^\s,#\]}]+(?: \d[^\s,#\]}]*)?/.exec(text.slice(start))?.[0].length ?? 0);
  const close = open === '[' ? ']' : '}';
  let at = skip(text, start + 1);
  while (at < text.length && text[at] !== close) {
    if (text[at] === ',' || text[at] === '=') at += 1;
    else if (open === '{' && isKey(text, at)) at = keyPath(text, at)?.end ?? at + 1;
    else at = Math.max(endOfTomlValue(text, at), at + 1);
    at = skip(text, at);
  }
  return at + 1;
}

function isKey(text: string, at: number): boolean {
  const keys = keyPath(text, at);
  return keys !== undefined && text[keys.end] === '=';
}

function endOfString(text: string, start: number, quote: string): number {
  let at = start + quote.length;
  while (at < text.length && !text.startsWith(quote, at))
    at += quote.startsWith('"') && text[at] === '\\' ? 2 : 1;
  at += quote.length;
  // A long string may end in one or two quotes of its own.
  while (quote.length === 3 && text[at] === quote[0] && at - start < text.length) at += 1;
  return at;
}

function skip(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
}
