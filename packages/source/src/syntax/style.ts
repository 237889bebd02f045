import type { CodeStyle } from '@joinery/kit';
import type { LineLimit } from './line-limit.ts';
import { Node } from './morph.ts';
import type { Source } from './source.ts';

/** The host's style, and how long its lines may get where that is known. */
export interface EditStyle extends CodeStyle {
  readonly limit?: LineLimit;
}

/** How one file is written; what it does not tell comes from the host's style. */
export function styleOf(source: Source, host: EditStyle): EditStyle {
  return {
    ...host,
    eol: eolOf(source.text, host.eol),
    quotes: quotesOf(source, host.quotes),
    semicolons: semicolonsOf(source, host.semicolons),
    indent: indentOf(source.text, host.indent),
  };
}

function eolOf(text: string, fallback: CodeStyle['eol']): CodeStyle['eol'] {
  const windows = text.split('\r\n').length - 1;
  const unix = text.split('\n').length - 1 - windows;
  if (windows === unix) return fallback;
  return windows > unix ? '\r\n' : '\n';
}

function quotesOf(source: Source, fallback: CodeStyle['quotes']): CodeStyle['quotes'] {
  const imports = source.file.getImportDeclarations().map((each) => each.getModuleSpecifier().getText());
  const single = imports.filter((text) => text.startsWith("'")).length;
  if (imports.length > 0) return single * 2 >= imports.length ? 'single' : 'double';
  const [first] = /\brequire\(\s*(['"])/.exec(source.text)?.slice(1) ?? [];
  if (first !== undefined) return first === "'" ? 'single' : 'double';
  return fallback;
}

function semicolonsOf(source: Source, fallback: CodeStyle['semicolons']): CodeStyle['semicolons'] {
  const ended = source.file
    .getStatements()
    .filter(
      (each) =>
        Node.isImportDeclaration(each) || Node.isVariableStatement(each) || Node.isExpressionStatement(each),
    )
    .map((each) => each.getText())
    .map((text) => /[^\s;]\s*;$/.test(text) && !/\n\s*;$/.test(text));
  if (ended.length === 0) return fallback;
  return ended.filter(Boolean).length * 2 >= ended.length ? 'always' : 'never';
}

function indentOf(text: string, fallback: string): string {
  const found = /^(?:\t+|(?: {2})+)(?=[^\s*])/m.exec(text)?.[0];
  if (found === undefined) return fallback;
  if (found.startsWith('\t')) return '\t';
  return /^ {2}(?=[^\s*])/m.test(text) ? '  ' : found.slice(0, Math.min(found.length, 4));
}
