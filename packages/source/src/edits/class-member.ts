import type { ClassDeclaration } from 'ts-morph';
import { breakNear, indentOf, lineStart, startsLine } from '../syntax/layout.ts';
import { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { type EditStyle, styleOf } from '../syntax/style.ts';
import { removeStatement } from './remove-statement.ts';
import { insertion, type Splice } from './splice.ts';

/** The member of a class that has a name. */
export function memberOf(owner: ClassDeclaration, name: string): Node | undefined {
  if (name === 'constructor') return owner.getConstructors()[0];
  return owner
    .getMembers()
    .find((each) => !Node.isConstructorDeclaration(each) && 'getName' in each && each.getName() === name);
}

/** Write a member last in a class, parted by a blank line from a method before it. `code` is indented by no level. */
export function addMember(
  source: Source,
  owner: ClassDeclaration,
  code: string,
  host: EditStyle,
): readonly Splice[] {
  const { text } = source;
  const style = styleOf(source, host);
  const close = owner.getEnd() - 1;
  const last = owner.getMembers().at(-1);
  const base = indentOf(text, owner.getStart());
  const indent =
    last !== undefined && startsLine(text, last.getStart())
      ? indentOf(text, last.getStart())
      : base + style.indent;
  const eol = breakNear(text, close) ?? style.eol;
  const lines = code.split('\n').map((line) => (line === '' ? '' : indent + unitOf(line, style)));
  const isApart =
    last !== undefined &&
    (Node.isMethodDeclaration(last) || Node.isConstructorDeclaration(last) || code.includes('\n'));
  const body = `${isApart ? eol : ''}${lines.join(eol)}${eol}`;
  if (startsLine(text, close)) return [insertion(lineStart(text, close), body)];
  return [insertion(close, `${eol}${body}${base}`)];
}

/** Take a member out with the blank line before it. */
export function removeMember(source: Source, member: Node): readonly Splice[] {
  const { text } = source;
  const [lines, ...rest] = removeStatement(source, member);
  if (lines === undefined || lines.start !== lineStart(text, member.getStart()))
    return [lines ?? [], rest].flat();
  const blank = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.exec(text.slice(0, lines.start))?.[0];
  const above = blank === undefined ? 0 : blank.replace(/^(?:\r\n|\n|\r)/, '').length;
  return [{ ...lines, start: lines.start - above }, ...rest];
}

/** A line written with two spaces a level, in the file's own indentation. */
function unitOf(line: string, { indent }: EditStyle): string {
  const [spaces = ''] = /^(?: {2})*/.exec(line) ?? [];
  return indent.repeat(spaces.length / 2) + line.slice(spaces.length);
}
