import { breakNear, endOfTrailingComments, indentOf, startsLine } from '../syntax/layout.ts';
import { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { type EditStyle, styleOf } from '../syntax/style.ts';
import { sameCode } from './lists.ts';
import { insertion, removal, type Splice } from './splice.ts';

/** The types a union consists of; a type that is none is its only member, and `never` is the union of nothing. */
export function membersOfUnion(source: Source, name: string): readonly Node[] | undefined {
  const type = source.file.getTypeAlias(name)?.getTypeNode();
  if (type === undefined) return undefined;
  if (Node.isUnionTypeNode(type)) return type.getTypeNodes();
  return type.getText() === 'never' ? [] : [type];
}

/** Add a type to a union, last; on a line of its own where the last one has one. */
export function addUnionMember(
  source: Source,
  name: string,
  member: string,
  host: EditStyle,
): readonly Splice[] {
  const type = source.file.getTypeAlias(name)?.getTypeNode();
  const members = membersOfUnion(source, name);
  if (type === undefined || members === undefined) return [];
  const last = members.at(-1);
  if (last === undefined) return [{ start: type.getStart(), end: type.getEnd(), text: member }];
  const { text } = source;
  const bar = barBefore(text, last.getStart());
  if (bar === undefined || !startsLine(text, bar)) return [insertion(last.getEnd(), ` | ${member}`)];
  const { end, endsLine } = endOfTrailingComments(text, last.getEnd());
  const at = endsLine ? end : last.getEnd();
  const eol = breakNear(text, bar) ?? styleOf(source, host).eol;
  return [insertion(at, `${eol}${indentOf(text, bar)}| ${member}`)];
}

/** Take a type out of a union, with the bar before it. */
export function removeUnionMember(
  source: Source,
  name: string,
  member: string,
): readonly Splice[] | undefined {
  const members = membersOfUnion(source, name) ?? [];
  const found = members.find((each) => sameCode(each.getText(), member));
  if (found === undefined) return undefined;
  if (members.length === 1) return [{ start: found.getStart(), end: found.getEnd(), text: 'never' }];
  const { text } = source;
  const previous = members[members.indexOf(found) - 1];
  if (previous !== undefined)
    return [removal(startOfBar(text, found.getStart(), previous.getEnd()), found.getEnd())];
  const next = members[1];
  return next === undefined ? undefined : [removal(found.getStart(), next.getStart())];
}

function barBefore(text: string, start: number): number | undefined {
  const gap = /\|\s*$/.exec(text.slice(0, start));
  return gap?.index;
}

/** From the white space before the bar, unless a comment stands there. */
function startOfBar(text: string, start: number, limit: number): number {
  const bar = barBefore(text, start) ?? start;
  const space = /\s*$/.exec(text.slice(limit, bar))?.[0].length ?? 0;
  return bar - space;
}
