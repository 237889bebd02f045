import type { Alias } from '../syntax/aliases.ts';
import { breakNear, endOfTrailingComments } from '../syntax/layout.ts';
import { Node } from '../syntax/morph.ts';
import { pointsAt, specifierFor } from '../syntax/resolve.ts';
import type { Source } from '../syntax/source.ts';
import { styleOf } from '../syntax/style.ts';
import { leadingImports } from './import-region.ts';
import type { ImportSettings } from './import-symbol.ts';
import { firstLine } from './prologue.ts';
import { removeStatement } from './remove-statement.ts';
import { requiredModule, usesOnlyRequire } from './require.ts';
import { insertion, type Splice } from './splice.ts';

/** Imports that must stay ahead: they patch modules, or fill the environment that ours reads. */
const MUST_BE_FIRST =
  /dotenv|reflect-metadata|instrument|tracing|tracer|telemetry|otel|newrelic|dd-trace|elastic-apm|sentry|polyfill|core-js|source-map-support|module-alias|tsconfig-paths|env-cmd/i;

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
    return insertPreload(source, module, standing ?? lastOfTheFirst(source, modules, settings), settings);
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
  previous: Node | undefined,
  settings: ImportSettings,
): Splice {
  const style = styleOf(source, settings.style);
  const quote = style.quotes === 'single' ? "'" : '"';
  const specifier = `${quote}${specifierFor(source.path, module, settings.extension)}${quote}`;
  const end = style.semicolons === 'always' ? ';' : '';
  const text = usesOnlyRequire(source.file) ? `require(${specifier})${end}` : `import ${specifier}${end}`;
  if (previous !== undefined) {
    const trailing = endOfTrailingComments(source.text, previous.getEnd());
    if (!trailing.endsLine) return insertion(previous.getEnd(), ` ${text}${end === '' ? ';' : ''}`);
    return insertion(trailing.end, `${breakNear(source.text, trailing.end) ?? style.eol}${text}`);
  }
  const [first] = leadingImports(source);
  return insertion(...firstLine(source, first, text, style.eol));
}

/** The last of the host's own imports that must stay ahead of `modules`. */
function lastOfTheFirst(
  source: Source,
  modules: readonly string[],
  { aliases }: ImportSettings,
): Node | undefined {
  let last: Node | undefined;
  for (const statement of leadingImports(source)) {
    const specifier = loadedForEffect(statement);
    if (specifier === undefined || !MUST_BE_FIRST.test(specifier)) break;
    if (modules.some((each) => pointsAt(aliases, source.path, specifier, each))) break;
    last = statement;
  }
  return last;
}

function preloadStatement(source: Source, module: string, aliases: readonly Alias[]): Node | undefined {
  return source.file.getStatements().find((statement) => {
    const specifier = loadedForEffect(statement);
    return specifier !== undefined && pointsAt(aliases, source.path, specifier, module);
  });
}

/** The module of `import 'module'` and `require('module')`. */
function loadedForEffect(statement: Node): string | undefined {
  if (Node.isImportDeclaration(statement)) {
    return statement.getImportClause() === undefined ? statement.getModuleSpecifierValue() : undefined;
  }
  return Node.isExpressionStatement(statement) ? requiredModule(statement.getExpression()) : undefined;
}
