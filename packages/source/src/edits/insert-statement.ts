import type { Block } from 'ts-morph';
import { breakNear, endOfTrailingComments, indentOf, startsLine } from '../syntax/layout.ts';
import { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { endOf } from '../syntax/statement.ts';
import { type EditStyle, styleOf } from '../syntax/style.ts';
import { fitCall } from './fit-call.ts';
import { insertBefore } from './insert-before.ts';
import { insertion, type Splice } from './splice.ts';

/** Write a statement on the line after another one. */
export function insertAfter(source: Source, statement: Node, code: string, host: EditStyle): Splice {
  const { text } = source;
  const style = styleOf(source, host);
  const end = endOf(statement);
  const { end: at, endsLine } = endOfTrailingComments(text, end);
  if (!endsLine) return insertion(end, ` ${code};`);
  const indent = startsLine(text, statement.getStart()) ? indentOf(text, statement.getStart()) : '';
  const ended = fitCall(code, indent, style) + terminator(statement, style);
  return insertion(at, `${breakNear(text, at) ?? style.eol}${indent}${ended}`);
}

/** Write a statement as the first one of a block, after its directives and, in a constructor, after `super(…)`. */
export function insertFirst(source: Source, block: Block, code: string, host: EditStyle): Splice {
  const before = block
    .getStatements()
    .findLast((each, index) => isSuperCall(each) || isDirective(each, index));
  if (before !== undefined) return insertAfter(source, before, code, host);
  const { text } = source;
  const style = styleOf(source, host);
  const open = block.getStart() + 1;
  const { end: at, endsLine } = endOfTrailingComments(text, open);
  const [first] = block.getStatements();
  if (!endsLine) return insertion(open, ` ${code};${/\s/.test(text[open] ?? '') ? '' : ' '}`);
  const indent =
    first !== undefined && startsLine(text, first.getStart())
      ? indentOf(text, first.getStart())
      : indentOf(text, block.getEnd() - 1) + style.indent;
  const end = style.semicolons === 'always' || (first !== undefined && isHazard(first.getText())) ? ';' : '';
  return insertion(at, `${breakNear(text, at) ?? style.eol}${indent}${fitCall(code, indent, style)}${end}`);
}

/** Write a statement as the last one of a block, before what the block returns or throws. */
export function insertLast(source: Source, block: Block, code: string, host: EditStyle): Splice {
  const statements = block.getStatements();
  const last = statements.at(-1);
  if (last === undefined) return insertFirst(source, block, code, host);
  const leaves = Node.isReturnStatement(last) || Node.isThrowStatement(last);
  return leaves ? insertBefore(source, last, code, host) : insertAfter(source, last, code, host);
}

function terminator(statement: Node, style: EditStyle): string {
  if (endOf(statement) !== statement.getEnd()) return '';
  if (style.semicolons === 'always') return ';';
  const next = statement.getNextSibling()?.getText() ?? '';
  return isHazard(next) ? ';' : '';
}

/** Whether a statement would be taken for the continuation of one that ends without a semicolon. */
function isHazard(next: string): boolean {
  return /^[([`/+\-*,.]/.test(next);
}

function isDirective(statement: Node, index: number): boolean {
  return (
    index === 0 && Node.isExpressionStatement(statement) && Node.isStringLiteral(statement.getExpression())
  );
}

function isSuperCall(statement: Node): boolean {
  if (!Node.isExpressionStatement(statement)) return false;
  const call = statement.getExpression();
  return Node.isCallExpression(call) && Node.isSuperExpression(call.getExpression());
}
