import type { InstructionEdit } from '@joinery/kit';
import { insertion, removal } from '../../edits/splice.ts';
import { breakAt, lineEnd, lineStart } from '../../syntax/layout.ts';
import { instructionsOf, lastStage } from './dockerfile.ts';
import { eolOf, linesOf } from './eol.ts';
import type { FileFormat, Standing } from './file-format.ts';

/** Instructions of the last stage of a Dockerfile. */
export const instructionFormat: FileFormat<InstructionEdit> = {
  find,
  place: (text, edit) => {
    const stage = lastStage(text) ?? [];
    const eol = eolOf(text);
    const run = stage.find(({ name }) => name === 'ENTRYPOINT' || name === 'CMD');
    if (run !== undefined) return [insertion(aboveComments(text, run.start), `${edit.text}${eol}`)];
    const end = stage.at(-1)?.end ?? text.length;
    return [insertion(end, `${eol}${edit.text}`)];
  },
  takeOut: (text, edit) => {
    const standing = find(text, edit);
    if (standing.kind !== 'same') return undefined;
    const own = instructionsOf(text).find(({ start }) => start === standing.at);
    const end = lineEnd(text, own?.end ?? standing.at);
    return [removal(lineStart(text, standing.at), end + breakAt(text, end).length)];
  },
  read: (text) => linesOf(text).map((line) => line.text),
  expected: () => undefined,
  snippet: (edit) => edit.text,
};

function find(text: string, edit: InstructionEdit): Standing {
  const stage = lastStage(text);
  if (stage === undefined) return { kind: 'unclear', at: 0, why: 'it has no `FROM`' };
  const wanted = normal(edit.text);
  const said = stage.findLast(({ start, end }) => normal(text.slice(start, end)) === wanted);
  if (said !== undefined) return { kind: 'same', at: said.start };
  const variable = /^ENV\s+(\w+)[=\s]/i.exec(edit.text)?.[1];
  const other = stage.findLast(
    ({ name, start, end }) =>
      variable !== undefined &&
      name === 'ENV' &&
      new RegExp(`\\b${variable}\\b[=\\s]`).test(text.slice(start, end)),
  );
  return other === undefined ? { kind: 'missing' } : { kind: 'other', at: other.start };
}

function normal(text: string): string {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  return trimmed.replace(/^\w+/, (name) => name.toUpperCase());
}

/** A comment right above an instruction belongs to it. */
function aboveComments(text: string, start: number): number {
  let at = lineStart(text, start);
  while (at > 0) {
    const above = lineStart(text, at - (text.startsWith('\r\n', at - 2) ? 2 : 1));
    if (above === at || !/^[ \t]*#/.test(text.slice(above, at))) return at;
    if (above === 0) return at;
    at = above;
  }
  return at;
}
