import { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { isRequire } from './require.ts';

/**
 * The imports a file starts with. Where TypeScript emits CommonJS they run in place, so an import that stands after
 * other code must not be followed by one that this code needs.
 */
export function leadingImports(source: Source): readonly Node[] {
  const imports: Node[] = [];
  for (const statement of source.file.getStatements()) {
    if (isImport(statement)) imports.push(statement);
    else if (!isHarmless(statement)) break;
  }
  return imports;
}

function isImport(statement: Node): boolean {
  return (
    Node.isImportDeclaration(statement) || Node.isImportEqualsDeclaration(statement) || isRequire(statement)
  );
}

/** Directives, calls such as `config()` between imports, and types. */
function isHarmless(statement: Node): boolean {
  return (
    Node.isExpressionStatement(statement) ||
    Node.isInterfaceDeclaration(statement) ||
    Node.isTypeAliasDeclaration(statement)
  );
}
