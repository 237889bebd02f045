import type { SourceEdit } from '@joinery/kit';
import { verify } from '../../edits/verify.ts';
import { loadMorph } from '../../syntax/morph.ts';
import { createParser, type Parse, type Source } from '../../syntax/source.ts';
import type { FileFormat } from './file-format.ts';
import type { SourceVerb } from './source-verbs.ts';

/** What a file that tells nothing is taken to be written in. */
const STYLE = { indent: '  ', quotes: 'single', semicolons: 'always', eol: '\n' } as const;

/** TypeScript and JavaScript, each kind of edit by its verb. */
export function sourceFormat<E extends SourceEdit>(file: string, verb: SourceVerb<E>): FileFormat<E> {
  return {
    find: (text, edit) => {
      const source = parsed(file, text);
      if (source.error === undefined) return verb.find(source, edit);
      const at = source.file.compilerNode.getPositionOfLineAndCharacter(source.error.line - 1, 0);
      return { kind: 'unclear', at, why: `it does not parse: ${source.error.message}` };
    },
    place: (text, edit) => {
      const source = parsed(file, text);
      const splices = verb.place(source, edit, STYLE);
      return splices.length > 0 && verify(source, splices, parser()) === undefined ? splices : [];
    },
    takeOut: (text, edit) => {
      const source = parsed(file, text);
      const splices = verb.takeOut(source, edit);
      return splices !== undefined && verify(source, splices, parser()) === undefined ? splices : undefined;
    },
    read: () => undefined,
    expected: () => undefined,
    snippet: verb.snippet,
  };
}

let parse: Parse | undefined;
let last: Source | undefined;

function parser(): Parse {
  loadMorph();
  parse ??= createParser();
  return parse;
}

/** Parse a file's text; one edit looks at one text several times. */
export function parsed(file: string, text: string): Source {
  const known = last?.path === file && last.text === text ? last : undefined;
  last = known ?? parser()(file, text);
  return last;
}
