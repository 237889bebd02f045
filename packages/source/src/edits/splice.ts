/** One change of a text: `text` takes the place of everything from `start` to `end`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Insert at a position. */
export function insertion(position: number, text: string): Splice {
  return { start: position, end: position, text };
}

/** Take out a range. */
export function removal(start: number, end: number): Splice {
  return { start, end, text: '' };
}

/** In the order of the text; two at one position keep the order in which they were asked for. */
export function sortSplices(splices: readonly Splice[]): readonly Splice[] {
  return splices
    .map((splice, index) => ({ splice, index }))
    .sort((a, b) => a.splice.start - b.splice.start || a.splice.end - b.splice.end || a.index - b.index)
    .map(({ splice }) => splice);
}

/** Apply splices computed on one text. Throws when two overlap: that is a fault of ours, never of the host. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let done = 0;
  let result = '';
  for (const { start, end, text: inserted } of sortSplices(splices)) {
    if (start < done) throw new RangeError(`two edits overlap at ${start}`);
    result += text.slice(done, start) + inserted;
    done = end;
  }
  return result + text.slice(done);
}

/** Where two splices want the same text; they can't both be applied. */
export function firstOverlap(splices: readonly Splice[]): number | undefined {
  const sorted = sortSplices(splices);
  return sorted.find(({ start }, index) => start < (sorted[index - 1]?.end ?? 0))?.start;
}
