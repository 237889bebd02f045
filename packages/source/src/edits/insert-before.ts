import type { CodeStyle } from '@joinery/kit';
import { breakNear, indentOf, startsLine } from '../syntax/layout.ts';
import type { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { styleOf } from '../syntax/style.ts';
import { beforeStatement } from './prologue.ts';
import { insertion, type Splice } from './splice.ts';

/** Write a statement on the line before another one, above the comments about that one. */
export function insertBefore(source: Source, statement: Node, code: string, host: CodeStyle): Splice {
  const { text } = source;
  const style = styleOf(source, host);
  const start = statement.getStart();
  if (!startsLine(text, start)) return insertion(start, `${code}; `);
  const position = beforeStatement(source, statement);
  const isHazard = /^[([`/+\-*,.]/.test(statement.getText());
  const end = style.semicolons === 'always' || isHazard ? ';' : '';
  return insertion(
    position,
    `${indentOf(text, start)}${code}${end}${breakNear(text, position) ?? style.eol}`,
  );
}
