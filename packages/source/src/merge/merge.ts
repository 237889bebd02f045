import type { MergeOutcome } from '@joinery/engine';
import { mergeJson } from './merge-json.ts';
import { type Both, regionsOf } from './regions.ts';
import { settleImports } from './settle-imports.ts';
import { settleList } from './settle-list.ts';
import { settleOneLine } from './settle-one-line.ts';

/** Ways of bringing both sides together where the text has a structure we know; the first that can, does. */
const WAYS: readonly ((region: Both) => readonly string[] | undefined)[] = [
  settleImports,
  settleList,
  settleOneLine,
];

/**
 * Bring two texts that come from `base` together: JSON by its values, other text line by line, and where both sides touch
 * the same lines by imports and lists. What remains is a conflict, shown with git's markers.
 *
 * @param path tells JSON by its extension
 */
export function merge(base: string, ours: string, theirs: string, path: string): MergeOutcome {
  if (ours === theirs || theirs === base) return { kind: 'merged', text: ours };
  if (ours === base) return { kind: 'merged', text: theirs };
  const json = /\.jsonc?$/.test(path) ? mergeJson(base, ours, theirs) : undefined;
  return json === undefined ? mergeLines(base, ours, theirs) : { kind: 'merged', text: json };
}

function mergeLines(base: string, ours: string, theirs: string): MergeOutcome {
  const eol = ours.includes('\r\n') ? '\r\n' : '\n';
  let count = 0;
  const parts = regionsOf(base, ours, theirs).map((region) => {
    if (region.kind === 'lines') return region.lines.join('');
    const settled = settle(region);
    if (settled !== undefined) return settled.join('');
    count += 1;
    return conflict(region, eol);
  });
  const text = parts.join('');
  return count === 0 ? { kind: 'merged', text } : { kind: 'conflict', text, count };
}

function settle(region: Both): readonly string[] | undefined {
  for (const way of WAYS) {
    const lines = way(region);
    if (lines !== undefined) return lines;
  }
  return undefined;
}

/** Lines that both sides agree on at the edges of a conflict stay outside its markers. */
function conflict({ ours, theirs }: Both, eol: string): string {
  const limit = Math.min(ours.length, theirs.length);
  let head = 0;
  while (head < limit && ours[head] === theirs[head]) head += 1;
  let tail = 0;
  while (tail < limit - head && ours.at(-1 - tail) === theirs.at(-1 - tail)) tail += 1;
  return [
    ...ours.slice(0, head),
    `<<<<<<< yours${eol}`,
    ended(ours.slice(head, ours.length - tail), eol),
    `=======${eol}`,
    ended(theirs.slice(head, theirs.length - tail), eol),
    `>>>>>>> joinery${eol}`,
    ...ours.slice(ours.length - tail),
  ].join('');
}

function ended(part: readonly string[], eol: string): string {
  const text = part.join('');
  return text === '' || text.endsWith('\n') ? text : text + eol;
}
