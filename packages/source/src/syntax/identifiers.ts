import type { Identifier } from 'ts-morph';
import { Node } from './morph.ts';
import type { Source } from './source.ts';

/**
 * The identifiers of a name, found by text first: wrapping every node of a long file costs seconds.
 *
 * @param followedBy what the text after the name must look like
 */
export function identifiersNamed(source: Source, name: string, followedBy = /^/): readonly Identifier[] {
  return [...occurrences(source, name, followedBy)];
}

/** Whether a file uses a name for anything. */
export function hasIdentifier(source: Source, name: string): boolean {
  return occurrences(source, name, /^/).next().done === false;
}

function* occurrences({ text, file }: Source, name: string, followedBy: RegExp): Generator<Identifier> {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (!followedBy.test(text.slice(end, end + 100))) continue;
    const node = file.getDescendantAtPos(at);
    if (Node.isIdentifier(node) && node.getStart() === at && node.getEnd() === end) yield node;
  }
}
