import type { MergeOutcome } from '@joinery/engine';
import { diff3Merge } from 'node-diff3';

const LINE = /[^\n]*\n|[^\n]+/g;

/** Bring two texts that come from `base` together, line by line; a conflict is shown with git's markers. */
export function merge(base: string, ours: string, theirs: string): MergeOutcome {
  if (ours === theirs || theirs === base) return { kind: 'merged', text: ours };
  if (ours === base) return { kind: 'merged', text: theirs };
  const regions = diff3Merge(lines(ours), lines(base), lines(theirs), { excludeFalseConflicts: true });
  const eol = ours.includes('\r\n') ? '\r\n' : '\n';
  let count = 0;
  const text = regions
    .map((region) => {
      if (region.ok !== undefined) return region.ok.join('');
      count += 1;
      return conflict(region.conflict?.a ?? [], region.conflict?.b ?? [], eol);
    })
    .join('');
  return count === 0 ? { kind: 'merged', text } : { kind: 'conflict', text, count };
}

function lines(text: string): string[] {
  return [...(text.match(LINE) ?? [])];
}

function conflict(ours: readonly string[], theirs: readonly string[], eol: string): string {
  return [
    `<<<<<<< yours${eol}`,
    ended(ours, eol),
    `=======${eol}`,
    ended(theirs, eol),
    `>>>>>>> joinery${eol}`,
  ].join('');
}

function ended(part: readonly string[], eol: string): string {
  const text = part.join('');
  return text === '' || text.endsWith('\n') ? text : text + eol;
}
