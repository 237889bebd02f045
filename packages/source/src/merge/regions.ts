import { diffIndices } from 'node-diff3';

/** Lines that are settled: unchanged, or changed by one side only. */
export interface Lines {
  readonly kind: 'lines';
  readonly lines: readonly string[];
}

/** Lines that both sides changed. */
export interface Both {
  readonly kind: 'both';
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/** One change of one side: the lines from `start` to `end` of the base become `lines`. */
interface Hunk {
  readonly side: 'ours' | 'theirs';
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

const LINE = /[^\n]*\n|[^\n]+/g;

/**
 * Cut three texts into regions. Only changes of the same lines, or insertions at the same place, belong together: changes
 * of neighbouring lines have a definite order and are no conflict.
 */
export function regionsOf(base: string, ours: string, theirs: string): readonly (Lines | Both)[] {
  const from = linesOf(base);
  const hunks = [...hunksOf('ours', from, linesOf(ours)), ...hunksOf('theirs', from, linesOf(theirs))].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  const regions: (Lines | Both)[] = [];
  let at = 0;
  for (const group of groupsOf(hunks)) {
    const start = Math.min(...group.map((hunk) => hunk.start));
    const end = Math.max(...group.map((hunk) => hunk.end));
    regions.push({ kind: 'lines', lines: from.slice(at, start) }, regionOf(group, from, start, end));
    at = end;
  }
  return [...regions, { kind: 'lines', lines: from.slice(at) }];
}

function linesOf(text: string): string[] {
  return [...(text.match(LINE) ?? [])];
}

function hunksOf(side: Hunk['side'], base: string[], changed: string[]): readonly Hunk[] {
  return diffIndices(base, changed).map(({ buffer1: [start, length], buffer2, buffer2Content }) => ({
    side,
    start,
    end: start + length,
    lines: buffer2Content ?? changed.slice(buffer2[0], buffer2[0] + buffer2[1]),
  }));
}

function groupsOf(sorted: readonly Hunk[]): readonly (readonly Hunk[])[] {
  const groups: Hunk[][] = [];
  for (const hunk of sorted) {
    const last = groups.at(-1);
    if (last?.some((other) => meet(other, hunk))) last.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}

function meet(a: Hunk, b: Hunk): boolean {
  const isSamePlace = a.start === a.end && b.start === b.end && a.start === b.start;
  const isInside = a.start < b.end && b.start < a.end;
  return isSamePlace || isInside;
}

function regionOf(group: readonly Hunk[], base: readonly string[], start: number, end: number): Lines | Both {
  const side = (name: Hunk['side']) => {
    const own = group.filter((hunk) => hunk.side === name);
    let at = start;
    const lines = own.flatMap((hunk) => {
      const kept = base.slice(at, hunk.start);
      at = hunk.end;
      return [...kept, ...hunk.lines];
    });
    return [...lines, ...base.slice(at, end)];
  };
  const [ours, theirs] = [side('ours'), side('theirs')];
  if (group.every((hunk) => hunk.side === 'ours')) return { kind: 'lines', lines: ours };
  if (group.every((hunk) => hunk.side === 'theirs')) return { kind: 'lines', lines: theirs };
  if (ours.join('') === theirs.join('')) return { kind: 'lines', lines: ours };
  return { kind: 'both', base: base.slice(start, end), ours, theirs };
}
