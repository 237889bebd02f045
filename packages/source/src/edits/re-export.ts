import type { ExportDeclaration } from 'ts-morph';
import type { Source } from '../syntax/source.ts';
import { type EditStyle, styleOf } from '../syntax/style.ts';
import { insertAfter } from './insert-statement.ts';
import { firstLine } from './prologue.ts';
import { removeStatement } from './remove-statement.ts';
import { insertion, type Splice } from './splice.ts';

/** What an index file passes on of another file: all of it, or some names. */
export interface ReExport {
  readonly module: string;
  /** Absent for everything. */
  readonly names?: readonly string[];
}

/** The line of an index file that passes on what is asked for, in whatever words. */
export function findReExport(source: Source, { module, names }: ReExport): ExportDeclaration | undefined {
  return source.file.getExportDeclarations().find((each) => {
    if (bare(each.getModuleSpecifierValue()) !== bare(module)) return false;
    if (each.isNamespaceExport()) return each.getNamespaceExport() === undefined;
    const passed = each.getNamedExports().map((one) => one.getAliasNode()?.getText() ?? one.getName());
    return names?.every((name) => passed.includes(name)) ?? false;
  });
}

/** Pass on another file after the last one that is passed on. */
export function addReExport(source: Source, { module, names }: ReExport, host: EditStyle): readonly Splice[] {
  const style = styleOf(source, host);
  const last = source.file.getExportDeclarations().findLast((each) => each.hasModuleSpecifier());
  const quote = quoteOf(last) ?? (style.quotes === 'single' ? "'" : '"');
  const what = names === undefined ? '*' : `{ ${[...names].sort().join(', ')} }`;
  const code = `export ${what} from ${quote}${module}${quote}`;
  if (last !== undefined) return [insertAfter(source, last, code, host)];
  const statement = source.file.getStatements().at(-1);
  if (statement !== undefined) return [insertAfter(source, statement, code, host)];
  const end = style.semicolons === 'always' ? ';' : '';
  return [insertion(...firstLine(source, undefined, `${code}${end}`, style.eol))];
}

/** Stop passing on. */
export function removeReExport(source: Source, wanted: ReExport): readonly Splice[] | undefined {
  const found = findReExport(source, wanted);
  if (found === undefined) return undefined;
  const isOurs = found.isNamespaceExport() || found.getNamedExports().length === wanted.names?.length;
  return isOurs ? removeStatement(source, found) : undefined;
}

function quoteOf(declaration: ExportDeclaration | undefined): string | undefined {
  return declaration?.getModuleSpecifier()?.getText()[0];
}

function bare(specifier: string | undefined): string | undefined {
  return specifier?.replace(/\.[cm]?[jt]s$/, '').replace(/\/index$/, '');
}
