import type { ImportDeclaration, ImportSpecifier } from 'ts-morph';
import type { Alias } from '../syntax/aliases.ts';
import { breakNear, endOfTrailingComments, indentOf, startsLine } from '../syntax/layout.ts';
import { fits } from '../syntax/line-limit.ts';
import type { Node } from '../syntax/morph.ts';
import { pointsAt, specifierFor } from '../syntax/resolve.ts';
import { localName } from '../syntax/scope.ts';
import type { Source } from '../syntax/source.ts';
import { type EditStyle, styleOf } from '../syntax/style.ts';
import { leadingImports } from './import-region.ts';
import { type BracketList, relay } from './list-layout.ts';
import { firstLine } from './prologue.ts';
import { removeListItems } from './remove-list-items.ts';
import { removeStatement } from './remove-statement.ts';
import { callsRequired, removeRequired, requiredLists, requiredName, usesOnlyRequire } from './require.ts';
import { insertion, type Splice } from './splice.ts';

/** What an edit must know about the host to write an import. */
export interface ImportSettings {
  readonly aliases: readonly Alias[];
  readonly extension: '' | '.js' | '.ts';
  readonly style: EditStyle;
  /** Modules whose imports stand in this order, in whatever order they come. */
  readonly order: readonly string[];
  /** How the file is to name the module, where that is known: a package, or a path as it is to stand there. */
  readonly specifier?: string;
}

/** The name by which `source` knows a symbol of `module`: `symbol`, an alias, or `namespace.symbol`. */
export function importedName(
  source: Source,
  module: string,
  symbol: string,
  aliases: readonly Alias[],
): string | undefined {
  for (const declaration of importsOf(source, module, aliases)) {
    const namespace = declaration.getNamespaceImport();
    if (namespace !== undefined) return `${namespace.getText()}.${symbol}`;
    const specifier = specifierOf(declaration, symbol);
    if (specifier !== undefined) return localName(specifier);
  }
  return requiredName(source, module, symbol, aliases);
}

/** Import symbols of one module, given as symbol → local name; extends an import of it that exists. */
export function importSymbols(
  source: Source,
  module: string,
  symbols: ReadonlyMap<string, string>,
  settings: ImportSettings,
): readonly Splice[] {
  return importNames(source, module, symbols, settings, 'import');
}

/** As {@link importSymbols}, of types: by `import type`, which leaves nothing behind at run time. */
export function importTypes(
  source: Source,
  module: string,
  symbols: ReadonlyMap<string, string>,
  settings: ImportSettings,
): readonly Splice[] {
  return importNames(source, module, symbols, settings, 'import type');
}

function importNames(
  source: Source,
  module: string,
  symbols: ReadonlyMap<string, string>,
  settings: ImportSettings,
  keyword: 'import' | 'import type',
): readonly Splice[] {
  if (symbols.size === 0) return [];
  const imports =
    settings.specifier === undefined
      ? importsOf(source, module, settings.aliases)
      : source.file
          .getImportDeclarations()
          .filter((each) => each.getModuleSpecifierValue() === settings.specifier);
  const list = imports.find(
    (each) => each.getNamedImports().length > 0 && each.isTypeOnly() === (keyword === 'import type'),
  );
  const style = styleOf(source, settings.style);
  const names = list && namesOf(list);
  if (names !== undefined) return extendList(source, names, printed(symbols, ' as '), style);
  const [required] = requiredLists(source, module, settings.aliases);
  if (required !== undefined) return extendList(source, required.names, printed(symbols, ': '), style);
  const quote = style.quotes === 'single' ? "'" : '"';
  const specifier = `${quote}${settings.specifier ?? specifierFor(source.path, module, settings.extension)}${quote}`;
  const end = style.semicolons === 'always' ? ';' : '';
  const text = usesOnlyRequire(source.file)
    ? declare('const', printed(symbols, ': '), `= require(${specifier})${end}`, style)
    : declare(keyword, printed(symbols, ' as '), `from ${specifier}${end}`, style);
  return [placeImport(source, module, text, style.eol, settings)];
}

/** Take back the import of symbols; the whole declaration when nothing else is imported by it. */
export function removeImportedSymbols(
  source: Source,
  module: string,
  symbols: readonly string[],
  { aliases, style: host }: Pick<ImportSettings, 'aliases' | 'style'>,
): readonly Splice[] {
  const splices: Splice[] = [];
  const style = styleOf(source, host);
  for (const declaration of importsOf(source, module, aliases)) {
    const all = declaration.getNamedImports();
    const ours = all.filter((each) => symbols.includes(each.getName()));
    if (ours.length === 0) continue;
    if (ours.length === all.length && declaration.getDefaultImport() === undefined) {
      splices.push(...removeStatement(source, declaration));
    } else {
      const kept = all.filter((each) => !ours.includes(each)).map((each) => each.getText());
      const names = namesOf(declaration);
      const relaid = names && kept.length > 0 ? relay(source, names, kept, style) : undefined;
      splices.push(...(relaid === undefined ? removeListItems(source, all, ours) : [relaid]));
    }
  }
  return [...splices, ...removeRequired(source, module, symbols, { aliases, style })];
}

function importsOf(source: Source, module: string, aliases: readonly Alias[]): readonly ImportDeclaration[] {
  return source.file
    .getImportDeclarations()
    .filter((each) => pointsAt(aliases, source.path, each.getModuleSpecifierValue(), module));
}

function specifierOf(declaration: ImportDeclaration, symbol: string): ImportSpecifier | undefined {
  return declaration.getNamedImports().find((each) => each.getName() === symbol);
}

/** The names in braces of an import. */
function namesOf(declaration: ImportDeclaration): BracketList | undefined {
  const node = declaration.getImportClause()?.getNamedBindings();
  const items = declaration.getNamedImports();
  return node === undefined || items.length === 0 ? undefined : { node, items, neverBreaksOne: true };
}

function declare(head: string, names: readonly string[], tail: string, { limit, eol }: EditStyle): string {
  const padding = limit?.padding ?? ' ';
  const line = `${head} {${padding}${names.join(', ')}${padding}} ${tail}`;
  const isOne = names.length === 1 && head !== 'const';
  if (limit === undefined || isOne || fits(line, limit)) return line;
  const comma = limit.trailingComma === 'none' ? '' : ',';
  return `${head} {${names.map((name) => `${eol}${limit.indent}${name}`).join(',')}${comma}${eol}} ${tail}`;
}

/** Add names to a list, each before the first that comes after it by the alphabet. */
function extendList(
  source: Source,
  list: BracketList,
  names: readonly string[],
  style: EditStyle,
): readonly Splice[] {
  const existing = list.items;
  const merged = names.reduce(
    (before, name) => {
      const at = before.findIndex((each) => each > name);
      return before.toSpliced(at === -1 ? before.length : at, 0, name);
    },
    existing.map((each) => each.getText()),
  );
  const relaid = relay(source, list, merged, style);
  if (relaid !== undefined) return [relaid];
  return names.flatMap((name) => {
    const next = existing.find((each) => each.getText() > name);
    if (next !== undefined) return [insertion(next.getStart(), `${name},${gapBefore(source, next, style)}`)];
    const last = existing.at(-1);
    return last === undefined ? [] : [insertion(last.getEnd(), `,${gapBefore(source, last, style)}${name}`)];
  });
}

/** What parts a name from the next: a space, or a line of its own where the list has one name a line. */
function gapBefore({ text }: Source, item: Node, { eol }: EditStyle): string {
  const start = item.getStart();
  return startsLine(text, start) ? `${breakNear(text, start) ?? eol}${indentOf(text, start)}` : ' ';
}

function printed(symbols: ReadonlyMap<string, string>, as: string): readonly string[] {
  return [...symbols].map(([name, local]) => (name === local ? name : `${name}${as}${local}`)).sort();
}

/** After the last of the imports, but in order among those of the same kind that stand already. */
function placeImport(
  source: Source,
  module: string,
  text: string,
  eol: string,
  { order, aliases }: ImportSettings,
): Splice {
  const standing = (modules: readonly string[]) =>
    modules.flatMap((each) => importsOf(source, each, aliases)).filter((each) => each.getImportClause());
  const place = order.indexOf(module);
  const before = standing(order.slice(0, place)).at(-1);
  const [after] = before === undefined ? standing(order.slice(place + 1)) : [];
  if (after !== undefined) return insertion(...firstLine(source, after, text, eol));
  const leading = leadingImports(source);
  const last = before ?? leading.findLast((each) => !callsRequired(each));
  if (last === undefined) return insertion(...firstLine(source, leading[0], text, eol));
  const { end, endsLine } = endOfTrailingComments(source.text, last.getEnd());
  if (!endsLine) return insertion(last.getEnd(), ` ${text}${text.endsWith(';') ? '' : ';'}`);
  return insertion(end, `${breakNear(source.text, end) ?? eol}${text}`);
}
