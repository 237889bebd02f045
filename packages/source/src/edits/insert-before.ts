import { breakNear, indentOf, startsLine } from '../syntax/layout.ts';
import type { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { type EditStyle, styleOf } from '../syntax/style.ts';
import { fitCall } from './fit-call.ts';
import { beforeStatement } from './prologue.ts';
import { insertion, type Splice } from './splice.ts';

/** Write a statement on the line before another one, above the comments about that one. */
export function insertBefore(source: Source, statement: Node, code: string, host: EditStyle): Splice {
  const { text } = source;
  const style = styleOf(source, host);
  const start = statement.getStart();
  if (!startsLine(text, start)) return insertion(start, `${code}; `);
  const position = beforeStatement(source, statement);
  const isHazard = /^[([`/+\-*,.]/.test(statement.getText());
  const end = style.semicolons === 'always' || isHazard ? ';' : '';
  const indent = indentOf(text, start);
  const line = `${indent}${fitCall(code, indent, style)}${end}`;
  return insertion(position, `${line}${breakNear(text, position) ?? style.eol}`);
}
