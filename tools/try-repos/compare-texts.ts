import { diffChars, diffLines } from 'diff';

type Texts = ReadonlyMap<string, string>;

/** Paths whose text is not the same in both. */
export function differing(before: Texts, after: Texts): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();
}

/** Lines inserted, and lines that are gone or changed, as git counts them. */
export function countLines(
  before: string,
  after: string,
): { readonly inserted: number; readonly touched: number } {
  const parts = diffLines(before, after);
  const count = (wanted: 'added' | 'removed') =>
    parts.filter((part) => part[wanted]).reduce((sum, part) => sum + part.count, 0);
  return { inserted: count('added'), touched: count('removed') };
}

/** How many characters of a text are not, in order, in the other. */
export function charactersLost(before: string, after: string): number {
  let index = 0;
  for (const character of after) if (character === before[index]) index += character.length;
  if (index === before.length) return 0;
  return diffChars(before, after)
    .filter(({ removed }) => removed)
    .reduce((sum, { count }) => sum + count, 0);
}
