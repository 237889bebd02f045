import { lineEnd, startsLine } from '../syntax/layout.ts';
import type { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { wholeLines } from './remove-statement.ts';
import { removal, type Splice } from './splice.ts';

/** Take an item and its comma out of a list; its line too when it stands alone on one. */
export function removeListItem(source: Source, items: readonly Node[], item: Node): readonly Splice[] {
  const { text } = source;
  const start = item.getStart();
  const comma = /^\s*,/.exec(text.slice(item.getEnd()))?.[0].length ?? 0;
  const end = item.getEnd() + comma;
  const alone = startsLine(text, start) && text.slice(end, lineEnd(text, end)).trim() === '';
  if (alone) return [wholeLines(text, start, end), ...danglingComma(source, items, item, comma > 0)];
  const index = items.indexOf(item);
  const next = items[index + 1];
  if (next !== undefined)
    return [removal(start, /^[ \t]*(?=\S)/.test(text.slice(end)) ? spaceAfter(text, end) : end)];
  const previous = items[index - 1];
  if (previous !== undefined) return [removal(previous.getEnd(), item.getEnd())];
  return [removal(start, /^ (?=\/)/.test(text.slice(end)) ? end + 1 : end)];
}

/** The comma before a last item that had none itself; without it nothing stays behind. */
function danglingComma(
  source: Source,
  items: readonly Node[],
  item: Node,
  hadComma: boolean,
): readonly Splice[] {
  const previous = items[items.indexOf(item) - 1];
  if (hadComma || previous === undefined || items.at(-1) !== item) return [];
  const at = source.text.indexOf(',', previous.getEnd());
  return at !== -1 && at < item.getStart() && source.text.slice(previous.getEnd(), at).trim() === ''
    ? [removal(at, at + 1)]
    : [];
}

function spaceAfter(text: string, position: number): number {
  return position + (/^[ \t]*/.exec(text.slice(position))?.[0].length ?? 0);
}
