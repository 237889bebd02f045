import { breakAt, endOfTrailingComments, lineEnd, lineStart, startsLine } from '../syntax/layout.ts';
import { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';

/** Where a first import may stand, and what must be written before it. */
export interface Prologue {
  /** The start of a line, or the end of a text whose last line is not ended. */
  readonly position: number;
  readonly lead: string;
}

const ABOUT_NEXT_LINE =
  /eslint-disable-next-line|oxlint-disable-next-line|@ts-ignore|@ts-expect-error|biome-ignore|prettier-ignore|deno-lint-ignore|istanbul ignore next|c8 ignore next|v8 ignore next|#__PURE__/;

/** Find the end of a file's prologue: shebang, licence and pragmas, directives. */
export function prologueEnd(source: Source): Prologue {
  const statements = source.file.getStatements();
  const directives = statements.findIndex((each) => !isDirective(each));
  const lastDirective = statements[(directives === -1 ? statements.length : directives) - 1];
  if (lastDirective !== undefined) return afterLine(source, lastDirective.getEnd());
  const [first] = statements;
  return first === undefined ? atEnd(source) : { position: beforeStatement(source, first), lead: '' };
}

/** Where to insert a line before a statement, so that comments about it, and only those, stay with it. */
export function beforeStatement(source: Source, statement: Node): number {
  const { text } = source;
  const start = statement.getStart();
  if (!startsLine(text, start)) return start;
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
  const top = block.at(-1);
  const isHeader = top === undefined || text.slice(0, top).replace(/^#!.*/, '').trim() === '';
  return isHeader ? position : lineStart(text, top);
}

function isDirective(statement: Node): boolean {
  return Node.isExpressionStatement(statement) && Node.isStringLiteral(statement.getExpression());
}

function afterLine(source: Source, end: number): Prologue {
  const { text } = source;
  const trailing = endOfTrailingComments(text, end);
  if (!trailing.endsLine) return { position: end, lead: ' ' };
  const own = breakAt(text, trailing.end);
  if (own === '') return { position: trailing.end, lead: '\n' };
  return { position: trailing.end + own.length, lead: '' };
}

function atEnd(source: Source): Prologue {
  const { text } = source;
  const open = text.slice(lineStart(text, text.length), lineEnd(text, text.length)) !== '';
  return { position: text.length, lead: open ? '\n' : '' };
}
