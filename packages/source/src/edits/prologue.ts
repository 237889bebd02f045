import { breakNear, endOfTrailingComments, lineStart, startsLine } from '../syntax/layout.ts';
import { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';

const ABOUT_NEXT_LINE =
  /eslint-disable-next-line|oxlint-disable-next-line|@ts-ignore|@ts-expect-error|biome-ignore|prettier-ignore|deno-lint-ignore|istanbul ignore next|c8 ignore next|v8 ignore next|#__PURE__/;

/**
 * Where a line goes that must come before `statement`, or first after the prologue (shebang, licence and pragmas,
 * directives); and the line with what parts it from its neighbours.
 */
export function firstLine(
  source: Source,
  statement: Node | undefined,
  line: string,
  eol: string,
): readonly [position: number, text: string] {
  const { text } = source;
  const statements = source.file.getStatements();
  const first = statement ?? statements.find((each) => !isDirective(each));
  const directive = statement === undefined ? statements.findLast(isDirective) : undefined;
  if (directive !== undefined) {
    const { end, endsLine } = endOfTrailingComments(text, directive.getEnd());
    return endsLine
      ? [end, `${breakNear(text, end) ?? eol}${line}`]
      : [directive.getEnd(), ` ${ended(line)}`];
  }
  if (first === undefined) return atEnd(text, line, eol);
  if (!startsLine(text, first.getStart())) return [first.getStart(), `${ended(line)} `];
  const position = beforeStatement(source, first);
  return [position, `${line}${breakNear(text, position) ?? eol}`];
}

/** Where a line goes before a statement, so that comments about it, and only those, stay with it. */
export function beforeStatement(source: Source, statement: Node): number {
  const { text } = source;
  const start = statement.getStart();
  let position = lineStart(text, start);
  const comments = [...statement.getLeadingCommentRanges()].reverse();
  const block: number[] = [];
  let below = start;
  for (const comment of comments) {
    const gap = text.slice(comment.getEnd(), below);
    const own = startsLine(text, comment.getPos());
    if (!own || (gap.match(/\r\n|\r|\n/g)?.length ?? 0) !== 1) break;
    below = comment.getPos();
    block.push(below);
    if (ABOUT_NEXT_LINE.test(comment.getText())) position = lineStart(text, below);
  }
  const [nearest] = block;
  if (nearest !== undefined && isDoc(comments[0]?.getText() ?? '', statement))
    return lineStart(text, nearest);
  const top = block.at(-1);
  const isHeader = top === undefined || text.slice(0, top).replace(/^#!.*/, '').trim() === '';
  return isHeader ? position : lineStart(text, top);
}

/** Whether a comment tells of the declaration below it, and not of the file. */
function isDoc(comment: string, statement: Node): boolean {
  if (!comment.startsWith('/**') || Node.isImportDeclaration(statement)) return false;
  return !/@(?:file|module|package|license|preserve)|copyright|licen[cs]e|SPDX/i.test(comment);
}

function isDirective(statement: Node): boolean {
  return Node.isExpressionStatement(statement) && Node.isStringLiteral(statement.getExpression());
}

function atEnd(text: string, line: string, eol: string): readonly [position: number, text: string] {
  const isOpen = lineStart(text, text.length) !== text.length;
  return [text.length, isOpen ? `${breakNear(text, text.length) ?? eol}${line}` : `${line}${eol}`];
}

function ended(line: string): string {
  return line.endsWith(';') ? line : `${line};`;
}
