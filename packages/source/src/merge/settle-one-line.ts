import { type Item, mergeItems } from './merge-items.ts';
import type { Both } from './regions.ts';

interface Parts {
  readonly head: string;
  readonly inner: string;
  readonly tail: string;
}

/** Both sides changed a list on one line, `imports: [A, B],`: bring its items together. */
export function settleOneLine({ base, ours, theirs }: Both): readonly string[] | undefined {
  const [from, mine, others] = [base, ours, theirs].map((lines) =>
    lines.length === 1 ? lines[0] : undefined,
  );
  if (from === undefined || mine === undefined || others === undefined) return undefined;
  const [a, b, c] = [from, mine, others].map((line) => partsOf(line, commonHead([from, mine, others])));
  if (a === undefined || b === undefined || c === undefined) return undefined;
  if (a.tail !== b.tail || a.tail !== c.tail) return undefined;
  const merged = mergeItems({ base: itemsOf(a), ours: itemsOf(b), theirs: itemsOf(c) });
  if (merged === undefined) return undefined;
  const space = /^\s/.test(b.inner) ? ' ' : '';
  const list = merged.map(({ text }) => text).join(', ');
  return [`${b.head}${list === '' ? '' : `${space}${list}${space}`}${b.tail}`];
}

/** What all lines start with, up to and with the last bracket that is open there. */
function commonHead(lines: readonly string[]): string {
  const [first = '', ...rest] = lines;
  let length = 0;
  while (length < first.length && rest.every((line) => line[length] === first[length])) length += 1;
  const open: number[] = [];
  for (let at = 0; at < length; at += 1) {
    if ('([{'.includes(first[at] ?? '')) open.push(at);
    if (')]}'.includes(first[at] ?? '')) open.pop();
  }
  return first.slice(0, (open.at(-1) ?? -1) + 1);
}

function partsOf(line: string, head: string): Parts | undefined {
  if (head === '') return undefined;
  const end = closing(line, head.length);
  return end === undefined ? undefined : { head, inner: line.slice(head.length, end), tail: line.slice(end) };
}

function closing(line: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < line.length; at += 1) {
    if ('([{'.includes(line[at] ?? '')) depth += 1;
    if (')]}'.includes(line[at] ?? '')) {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return undefined;
}

function itemsOf({ inner }: Parts): readonly Item[] {
  const items: string[] = [''];
  let depth = 0;
  for (const character of inner) {
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) items.push('');
    else items[items.length - 1] += character;
  }
  return items
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ key: /^([\w$]+)\s*:/.exec(text)?.[1] ?? text, text }));
}
