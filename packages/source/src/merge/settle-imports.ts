import { type Item, mergeItems } from './merge-items.ts';
import type { Both } from './regions.ts';

/** An import declaration, as far as it is merged by name. */
interface Import extends Item {
  /** Before the braces and after them; absent when nothing is named in braces. */
  readonly around?: readonly [head: string, tail: string];
  readonly names: readonly Item[];
}

const IMPORT = /^import\b[^;]*?(?:from\s*)?['"]([^'"\n]+)['"];?[ \t]*(?:\/\/[^\n]*)?\r?\n?/;

/** Both sides changed imports: bring the declarations together, and the names of those that both have. */
export function settleImports({ base, ours, theirs }: Both): readonly string[] | undefined {
  const [from, mine, others] = [base, ours, theirs].map((lines) => importsOf(lines.join('')));
  if (from === undefined || mine === undefined || others === undefined) return undefined;
  const shared = new Map<string, string>();
  for (const own of mine) {
    const other = others.find(({ key }) => key === own.key);
    const before = from.find(({ key }) => key === own.key);
    if (other === undefined || own.text === other.text) continue;
    const text = mergeNames(before, own, other);
    if (text === undefined) return undefined;
    shared.set(own.key, text);
  }
  const settled = (list: readonly Import[]): readonly Item[] =>
    list.map(({ key, text }) => ({ key, text: shared.get(key) ?? text }));
  return mergeItems({ base: from, ours: settled(mine), theirs: settled(others) })?.map(({ text }) => text);
}

function importsOf(text: string): readonly Import[] | undefined {
  const imports: Import[] = [];
  let rest = text;
  while (rest.trim() !== '') {
    const blank = /^\s*\n/.exec(rest)?.[0] ?? '';
    const [whole, module] = IMPORT.exec(rest.slice(blank.length)) ?? [];
    if (whole === undefined || module === undefined) return undefined;
    imports.push(importOf(blank + (whole.endsWith('\n') ? whole : `${whole}\n`), module));
    rest = rest.slice(blank.length + whole.length);
  }
  return imports;
}

function importOf(text: string, module: string): Import {
  const [, head, inner, tail] = /^(\s*import\b[^{]*\{)([^}]*)(\}.*)$/s.exec(text) ?? [];
  const kind = head === undefined ? text.replace(/\s+/g, ' ').trim() : head.replace(/[\s{]+/g, ' ').trim();
  const key = `${kind} ${module}`;
  if (head === undefined || inner === undefined || tail === undefined) return { key, text, names: [] };
  const names = inner.split(',').map((name) => name.trim());
  return {
    key,
    text,
    around: [head, tail],
    names: names.filter((name) => name !== '').map((name) => ({ key: name, text: name })),
  };
}

function mergeNames(before: Import | undefined, own: Import, other: Import): string | undefined {
  if (own.around === undefined || before?.text === other.text) return own.text;
  if (before?.text === own.text) return other.text;
  const names = mergeItems({ base: before?.names ?? [], ours: own.names, theirs: other.names });
  if (names === undefined) return undefined;
  const [head, tail] = own.around;
  const inner = own.text.slice(head.length, own.text.length - tail.length);
  const list = inSameOrder(own.names, names).map(({ text }) => text);
  const indent = /\n([ \t]+)/.exec(inner)?.[1];
  if (indent === undefined) return `${head} ${list.join(', ')} ${tail}`;
  return `${head}\n${list.map((name) => `${indent}${name},\n`).join('')}${tail}`;
}

/** New names go where a sorted list has them. */
function inSameOrder(own: readonly Item[], merged: readonly Item[]): readonly Item[] {
  const bare = ({ text }: Item) => text.replace(/^type /, '').toLowerCase();
  const sort = (list: readonly Item[]) => [...list].sort((a, b) => (bare(a) < bare(b) ? -1 : 1));
  return own.every((item, index) => item === sort(own)[index]) ? sort(merged) : merged;
}
