import { type Node, SyntaxKind } from './morph.ts';

/** Where a statement ends; a `;` on a later line, put there to shield the next statement, is not counted. */
export function endOf(statement: Node): number {
  const last = statement.getLastToken();
  const previous = last.getPreviousSibling();
  if (!last.isKind(SyntaxKind.SemicolonToken) || previous === undefined) return statement.getEnd();
  return last.getStartLineNumber() === previous.getEndLineNumber() ? statement.getEnd() : previous.getEnd();
}
