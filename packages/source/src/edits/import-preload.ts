import type { ImportDeclaration } from 'ts-morph';
import type { Alias } from '../syntax/aliases.ts';
import { breakAt, endOfTrailingComments } from '../syntax/layout.ts';
import { Node } from '../syntax/morph.ts';
import { pointsAt, specifierFor } from '../syntax/resolve.ts';
import type { Source } from '../syntax/source.ts';
import { styleOf } from '../syntax/style.ts';
import { type ImportSettings, usesOnlyRequire } from './import-symbol.ts';
import { beforeStatement, prologueEnd } from './prologue.ts';
import { removeStatement } from './remove-statement.ts';
import { insertion, type Splice } from './splice.ts';

/** Imports that must stay ahead: they patch modules, or fill the environment that ours reads. */
const MUST_BE_FIRST =
  /dotenv|reflect-metadata|instrument|tracing|tracer|telemetry|otel|newrelic|dd-trace|elastic-apm|sentry|polyfill|core-js|source-map-support|module-alias|tsconfig-paths|env-cmd|^\.{0,2}\/?.*\bpre-?start\b/i;

/** Whether the file loads `module` for its effect. */
export function hasPreload(source: Source, module: string, aliases: readonly Alias[]): boolean {
  return preloadStatement(source, module, aliases) !== undefined;
}

/** Load modules before every other import, after those that must stay first; `modules` in the order wanted. */
export function importPreloads(
  source: Source,
  modules: readonly string[],
  settings: ImportSettings,
): readonly Splice[] {
  const missing = modules.filter((each) => !hasPreload(source, each, settings.aliases));
  return missing.map((module) => {
    const standing = modules
      .slice(0, modules.indexOf(module))
      .map((each) => preloadStatement(source, each, settings.aliases))
      .findLast((each) => each !== undefined);
    return insertPreload(source, module, standing, settings);
  });
}

/** Take a preload back. */
export function removePreload(source: Source, module: string, aliases: readonly Alias[]): readonly Splice[] {
  const statement = preloadStatement(source, module, aliases);
  return statement === undefined ? [] : removeStatement(source, statement);
}

function insertPreload(
  source: Source,
  module: string,
  after: Node | undefined,
  settings: ImportSettings,
): Splice {
  const style = styleOf(source, settings.style);
  const quote = style.quotes === 'single' ? "'" : '"';
  const specifier = `${quote}${specifierFor(source.path, module, settings.extension)}${quote}`;
  const end = style.semicolons === 'always' ? ';' : '';
  const text = usesOnlyRequire(source.file) ? `require(${specifier})${end}` : `import ${specifier}${end}`;
  const previous = after ?? lastOfTheFirst(source);
  if (previous !== undefined) {
    const trailing = endOfTrailingComments(source.text, previous.getEnd());
    if (!trailing.endsLine) return insertion(previous.getEnd(), ` ${text}${end === '' ? ';' : ''}`);
    const own = breakAt(source.text, trailing.end);
    return insertion(trailing.end, `${own === '' ? style.eol : own}${text}`);
  }
  const first = firstImport(source);
  if (first !== undefined) return insertion(beforeStatement(source, first), `${text}${style.eol}`);
  const { position, lead } = prologueEnd(source);
  const followed = lead === '' && source.text.length > position && breakAt(source.text, position) === '';
  return insertion(position, `${lead}${text}${lead === '' ? style.eol : ''}${followed ? style.eol : ''}`);
}

function firstImport(source: Source): Node | undefined {
  const statements = source.file.getStatements();
  return statements.find((each) => Node.isImportDeclaration(each) || Node.isImportEqualsDeclaration(each));
}

function lastOfTheFirst(source: Source): ImportDeclaration | undefined {
  let last: ImportDeclaration | undefined;
  for (const declaration of source.file.getImportDeclarations()) {
    if (declaration.getImportClause() !== undefined) break;
    if (!MUST_BE_FIRST.test(declaration.getModuleSpecifierValue())) break;
    last = declaration;
  }
  return last;
}

function preloadStatement(source: Source, module: string, aliases: readonly Alias[]): Node | undefined {
  const imported = source.file
    .getImportDeclarations()
    .find((each) => pointsAt(aliases, source.path, each.getModuleSpecifierValue(), module));
  if (imported !== undefined) return imported;
  return source.file.getStatements().find((each) => {
    if (!Node.isExpressionStatement(each)) return false;
    const call = each.getExpression();
    if (!Node.isCallExpression(call) || call.getExpression().getText() !== 'require') return false;
    const [argument] = call.getArguments();
    return (
      Node.isStringLiteral(argument) && pointsAt(aliases, source.path, argument.getLiteralText(), module)
    );
  });
}
