import type { CodeStyle } from '@joinery/kit';
import type { ImportDeclaration, ImportSpecifier, SourceFile } from 'ts-morph';
import type { Alias } from '../syntax/aliases.ts';
import { breakAt, endOfTrailingComments } from '../syntax/layout.ts';
import { Node, SyntaxKind } from '../syntax/morph.ts';
import { pointsAt, specifierFor } from '../syntax/resolve.ts';
import { localName } from '../syntax/scope.ts';
import type { Source } from '../syntax/source.ts';
import { styleOf } from '../syntax/style.ts';
import { prologueEnd } from './prologue.ts';
import { removeListItem } from './remove-list-item.ts';
import { removeStatement } from './remove-statement.ts';
import { insertion, type Splice } from './splice.ts';

/** What an edit must know about the host to write an import. */
export interface ImportSettings {
  readonly aliases: readonly Alias[];
  readonly extension: '' | '.js' | '.ts';
  readonly style: CodeStyle;
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
  if (symbols.size === 0) return [];
  const list = importsOf(source, module, settings.aliases).find((each) => each.getNamedImports().length > 0);
  if (list !== undefined) return extendImport(list, symbols);
  const style = styleOf(source, settings.style);
  const quote = style.quotes === 'single' ? "'" : '"';
  const specifier = `${quote}${specifierFor(source.path, module, settings.extension)}${quote}`;
  const end = style.semicolons === 'always' ? ';' : '';
  if (usesOnlyRequire(source.file)) {
    const names = printed(symbols, ': ').join(', ');
    return [placeAfterImports(source, `const { ${names} } = require(${specifier})${end}`, style.eol)];
  }
  const names = printed(symbols, ' as ').join(', ');
  return [placeAfterImports(source, `import { ${names} } from ${specifier}${end}`, style.eol)];
}

/** Take back the import of a symbol; the whole declaration when nothing else is imported by it. */
export function removeImportedSymbols(
  source: Source,
  module: string,
  symbols: readonly string[],
  aliases: readonly Alias[],
): readonly Splice[] {
  const splices: Splice[] = [];
  for (const declaration of importsOf(source, module, aliases)) {
    const all = declaration.getNamedImports();
    const ours = all.filter((each) => symbols.includes(each.getName()));
    if (ours.length === 0) continue;
    if (ours.length === all.length && declaration.getDefaultImport() === undefined) {
      splices.push(...removeStatement(source, declaration));
    } else {
      splices.push(...ours.flatMap((each) => removeListItem(source, all, each)));
    }
  }
  return [...splices, ...removeRequired(source, module, symbols, aliases)];
}

/** Whether a file is written in CommonJS throughout: `require` and no `import` or `export`. */
export function usesOnlyRequire(file: SourceFile): boolean {
  const modern = file
    .getStatements()
    .some(
      (each) =>
        Node.isImportDeclaration(each) ||
        Node.isImportEqualsDeclaration(each) ||
        Node.isExportDeclaration(each) ||
        Node.isExportAssignment(each) ||
        (Node.isModifierable(each) && each.hasModifier(SyntaxKind.ExportKeyword)),
    );
  return !modern && requireStatements(file).length > 0;
}

function importsOf(source: Source, module: string, aliases: readonly Alias[]): readonly ImportDeclaration[] {
  return source.file
    .getImportDeclarations()
    .filter((each) => pointsAt(aliases, source.path, each.getModuleSpecifierValue(), module));
}

function specifierOf(declaration: ImportDeclaration, symbol: string): ImportSpecifier | undefined {
  return declaration.getNamedImports().find((each) => each.getName() === symbol);
}

function extendImport(
  declaration: ImportDeclaration,
  symbols: ReadonlyMap<string, string>,
): readonly Splice[] {
  const existing = declaration.getNamedImports();
  const missing = new Map([...symbols].filter(([name]) => specifierOf(declaration, name) === undefined));
  return printed(missing, ' as ').map((name) => {
    const next = existing.find((each) => each.getText() > name);
    if (next !== undefined) return insertion(next.getStart(), `${name}, `);
    const last = existing.at(-1);
    return insertion(last?.getEnd() ?? declaration.getEnd(), `, ${name}`);
  });
}

function printed(symbols: ReadonlyMap<string, string>, as: string): readonly string[] {
  return [...symbols].map(([name, local]) => (name === local ? name : `${name}${as}${local}`)).sort();
}

function placeAfterImports(source: Source, text: string, eol: string): Splice {
  const last = lastImport(source.file);
  if (last === undefined) {
    const { position, lead } = prologueEnd(source);
    const followed = breakAt(source.text, position) === '' && source.text.length > position;
    return insertion(position, `${lead}${text}${lead === '' ? eol : ''}${followed ? eol : ''}`);
  }
  const { end, endsLine } = endOfTrailingComments(source.text, last.getEnd());
  if (!endsLine) return insertion(last.getEnd(), ` ${text}${text.endsWith(';') ? '' : ';'}`);
  const own = breakAt(source.text, end);
  return insertion(end, `${own === '' ? eol : own}${text}`);
}

function lastImport(file: SourceFile): Node | undefined {
  const imports = file
    .getStatements()
    .filter((each) => Node.isImportDeclaration(each) || Node.isImportEqualsDeclaration(each));
  return imports.at(-1) ?? requireStatements(file).at(-1);
}

function requireStatements(file: SourceFile): readonly Node[] {
  return file
    .getVariableStatements()
    .filter((each) =>
      each.getDeclarations().some((declaration) => requiredModule(declaration) !== undefined),
    );
}

function requiredModule(declaration: Node): string | undefined {
  if (!Node.isVariableDeclaration(declaration)) return undefined;
  const call = declaration.getInitializer();
  if (!Node.isCallExpression(call) || call.getExpression().getText() !== 'require') return undefined;
  const [argument] = call.getArguments();
  return Node.isStringLiteral(argument) ? argument.getLiteralText() : undefined;
}

function requiredElements(source: Source, module: string, aliases: readonly Alias[]) {
  return source.file.getVariableDeclarations().flatMap((declaration) => {
    const specifier = requiredModule(declaration);
    if (specifier === undefined || !pointsAt(aliases, source.path, specifier, module)) return [];
    const name = declaration.getNameNode();
    return Node.isObjectBindingPattern(name) ? [{ declaration, elements: name.getElements() }] : [];
  });
}

function requiredName(
  source: Source,
  module: string,
  symbol: string,
  aliases: readonly Alias[],
): string | undefined {
  for (const { elements } of requiredElements(source, module, aliases)) {
    const found = elements.find(
      (each) => (each.getPropertyNameNode()?.getText() ?? each.getName()) === symbol,
    );
    if (found !== undefined) return found.getName();
  }
  return undefined;
}

function removeRequired(
  source: Source,
  module: string,
  symbols: readonly string[],
  aliases: readonly Alias[],
): readonly Splice[] {
  return requiredElements(source, module, aliases).flatMap(({ declaration, elements }) => {
    const ours = elements.filter((each) =>
      symbols.includes(each.getPropertyNameNode()?.getText() ?? each.getName()),
    );
    const statement = declaration.getVariableStatement();
    if (ours.length === elements.length && statement !== undefined) return removeStatement(source, statement);
    return ours.flatMap((each) => removeListItem(source, elements, each));
  });
}
