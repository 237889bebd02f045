import { lineEnd, startsLine } from '../syntax/layout.ts';
import type { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { wholeLines } from './remove-statement.ts';
import { removal, type Splice } from './splice.ts';

/** Take items and their commas out of a list; their lines too when nothing else stands on them. */
export function removeListItems(
  source: Source,
  items: readonly Node[],
  ours: readonly Node[],
): readonly Splice[] {
  return runsOf(source, items, ours).flatMap((run) => removeRun(source, items, run));
}

interface Run {
  readonly first: Node;
  readonly last: Node;
}

/** Neighbours go together, unless a comment stands between them. */
function runsOf(source: Source, items: readonly Node[], ours: readonly Node[]): readonly Run[] {
  const runs: Run[] = [];
  for (const item of items.filter((each) => ours.includes(each))) {
    const before = runs.at(-1);
    const joined =
      before !== undefined &&
      items[items.indexOf(item) - 1] === before.last &&
      /^[\s,]*$/.test(source.text.slice(before.last.getEnd(), item.getStart()));
    if (joined) runs.splice(-1, 1, { first: before.first, last: item });
    else runs.push({ first: item, last: item });
  }
  return runs;
}

function removeRun({ text }: Source, items: readonly Node[], { first, last }: Run): readonly Splice[] {
  const start = first.getStart();
  const comma = /^\s*,/.exec(text.slice(last.getEnd()))?.[0].length ?? 0;
  const end = last.getEnd() + comma;
  const previous = items[items.indexOf(first) - 1];
  const next = items[items.indexOf(last) + 1];
  if (startsLine(text, start) && text.slice(end, lineEnd(text, end)).trim() === '') {
    const dangling = next === undefined && comma === 0 ? commaAfter(text, previous, start) : [];
    return [wholeLines(text, start, end), ...dangling];
  }
  if (next !== undefined) return [removal(start, spaceAfter(text, end))];
  if (previous !== undefined) return [removal(previous.getEnd(), last.getEnd())];
  return [removal(start, /^ (?=\/)/.test(text.slice(end)) ? end + 1 : end)];
}

/** The comma before a last item that had none itself; without the item it would stay behind. */
function commaAfter(text: string, previous: Node | undefined, limit: number): readonly Splice[] {
  const at = previous === undefined ? -1 : text.indexOf(',', previous.getEnd());
  if (previous === undefined || at === -1 || at > limit) return [];
  return text.slice(previous.getEnd(), at).trim() === '' ? [removal(at, at + 1)] : [];
}

function spaceAfter(text: string, position: number): number {
  return position + (/^[ \t]*/.exec(text.slice(position))?.[0].length ?? 0);
}
