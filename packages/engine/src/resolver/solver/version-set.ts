/**
 * What a package may be, as bits: bit 0 is "absent", bit `i + 1` is its `i`-th version, oldest first.
 * Words hold 30 bits so that every word is a small integer. Sets are never changed after they are made.
 * See docs/resolver.md#terms-are-sets.
 */
export type VersionSet = readonly number[];

const WORD = 30;
const FULL = 2 ** WORD - 1;

/** How what is known of a package stands to a term. */
export const RELATION = { satisfied: 0, contradicted: 1, inconclusive: 2 } as const;

/** The algebra of {@link VersionSet}. All operands of one call belong to one package. */
export const sets = {
  absent,
  complement,
  count,
  everything,
  fromVersions,
  has,
  intersect,
  isEmpty,
  isSubset,
  mayBeAbsent,
  newest,
  relate,
  single,
  union,
  versions,
};

/** Absent or any of `size` versions. */
function everything(size: number): VersionSet {
  return complement(empty(size), size);
}

function absent(size: number): VersionSet {
  const words = empty(size);
  words[0] = 1;
  return words;
}

function single(size: number, version: number): VersionSet {
  const words = empty(size);
  add(words, version);
  return words;
}

function fromVersions(size: number, versions: Iterable<number>): VersionSet {
  const words = empty(size);
  for (const version of versions) add(words, version);
  return words;
}

function complement(set: VersionSet, size: number): VersionSet {
  const last = set.length - 1;
  if (last === 0) return [~at(set, 0) & lastWord(size)];
  return set.map((word, index) => ~word & (index < last ? FULL : lastWord(size)));
}

function intersect(a: VersionSet, b: VersionSet): VersionSet {
  if (a.length === 1) return [at(a, 0) & at(b, 0)];
  return a.map((word, index) => word & at(b, index));
}

function union(a: VersionSet, b: VersionSet): VersionSet {
  if (a.length === 1) return [at(a, 0) | at(b, 0)];
  return a.map((word, index) => word | at(b, index));
}

/** Classify in one pass: is all, none or some of `known` inside `term`? */
function relate(known: VersionSet, term: VersionSet): 0 | 1 | 2 {
  let inside = 0;
  let outside = 0;
  for (let word = 0; word < known.length; word++) {
    inside |= at(known, word) & at(term, word);
    outside |= at(known, word) & ~at(term, word);
  }
  if (outside === 0) return RELATION.satisfied;
  return inside === 0 ? RELATION.contradicted : RELATION.inconclusive;
}

function isSubset(a: VersionSet, b: VersionSet): boolean {
  return relate(a, b) === RELATION.satisfied;
}

function isEmpty(set: VersionSet): boolean {
  for (const word of set) if (word !== 0) return false;
  return true;
}

function mayBeAbsent(set: VersionSet): boolean {
  return (at(set, 0) & 1) === 1;
}

function has(set: VersionSet, version: number): boolean {
  const bit = version + 1;
  return ((at(set, (bit / WORD) | 0) >> (bit % WORD)) & 1) === 1;
}

function count(set: VersionSet): number {
  let total = 0;
  for (let word = 0; word < set.length; word++) {
    for (let rest = at(set, word); rest !== 0; rest &= rest - 1) total++;
  }
  return total;
}

/** The newest version in the set, -1 when it holds none. */
function newest(set: VersionSet): number {
  for (let word = set.length - 1; word >= 0; word--) {
    const bits = word === 0 ? at(set, 0) & ~1 : at(set, word);
    if (bits !== 0) return word * WORD + (31 - Math.clz32(bits)) - 1;
  }
  return -1;
}

/** The versions in the set, oldest first. */
function versions(set: VersionSet): number[] {
  const found: number[] = [];
  for (let bit = 1; bit < set.length * WORD; bit++) if (has(set, bit - 1)) found.push(bit - 1);
  return found;
}

function empty(size: number): number[] {
  if (size < WORD) return [0];
  const words: number[] = [];
  for (let bit = 0; bit <= size; bit += WORD) words.push(0);
  return words;
}

function add(words: number[], version: number): void {
  const bit = version + 1;
  const word = (bit / WORD) | 0;
  words[word] = at(words, word) | (1 << (bit % WORD));
}

function lastWord(size: number): number {
  return 2 ** ((size % WORD) + 1) - 1;
}

function at(words: VersionSet, index: number): number {
  return words[index] as number;
}
