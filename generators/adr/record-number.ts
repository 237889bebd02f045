/** Numbers below belong to the records of the service's own, in the order in which they were made. */
const FIRST = 1_000;
const COUNT = 9_000;

/**
 * The number of a feature's record. It follows from the record's name alone, so it stays whatever else is added or taken
 * out, in whatever order. Two names may share one; their files still differ.
 */
export function recordNumber(name: string): string {
  let hash = 0x811c9dc5;
  for (const character of name) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return String(FIRST + (hash % COUNT));
}
