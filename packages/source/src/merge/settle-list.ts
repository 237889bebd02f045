import { type Item, mergeItems } from './merge-items.ts';
import type { Both } from './regions.ts';

/** Both sides changed a list or an object with one item a line: bring the items together. */
export function settleList({ base, ours, theirs }: Both): readonly string[] | undefined {
  const sides = [base, ours, theirs].map(itemsOf);
  const [from, mine, others] = sides;
  if (from === undefined || mine === undefined || others === undefined) return undefined;
  const merged = mergeItems({ base: from, ours: mine, theirs: others });
  const open = [ours, theirs].some((lines) => lines.length > 0 && !/,\s*$/.test(lines.at(-1) ?? ''));
  return merged?.map(({ text }, index) => withComma(text, !open || index < merged.length - 1));
}

function itemsOf(lines: readonly string[]): readonly Item[] | undefined {
  const items = lines.map((line, index) => itemOf(line, index === lines.length - 1));
  return items.every((item) => item !== undefined) ? items : undefined;
}

/** `name: value,`, `'text',`, `{ … },`: one whole item on one line. */
function itemOf(line: string, isLast: boolean): Item | undefined {
  const [, indent = '', body = '', comma] = /^([ \t]*)(\S.*?)(,?)[ \t]*\r?\n?$/.exec(line) ?? [];
  if (body === '' || (comma === '' && !isLast) || !isBalanced(body)) return undefined;
  if (/^(?:\/\/|\/\*|\*)/.test(body) || /[;{]$/.test(body)) return undefined;
  const name = /^(['"]?[\w$-]+['"]?)\s*[:(]/.exec(body)?.[1];
  const text = `${indent}${body},${line.endsWith('\r\n') ? '\r\n' : '\n'}`;
  return { key: name ?? body, text };
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '')) {
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function withComma(text: string, comma: boolean): string {
  return comma ? text : text.replace(/,(\r?\n)$/, '$1');
}
