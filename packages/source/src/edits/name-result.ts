import type { CallExpression, ExpressionStatement, VariableDeclaration } from 'ts-morph';
import { identifiersNamed } from '../syntax/identifiers.ts';
import { Node } from '../syntax/morph.ts';
import { declarationOf } from '../syntax/scope.ts';
import type { Source } from '../syntax/source.ts';
import type { EditStyle } from '../syntax/style.ts';
import { insertAfter } from './insert-statement.ts';
import { insertion, removal, type Splice } from './splice.ts';

/** Give the result of a statement's expression a name, and call a function with it on the next line. */
export function nameResult(
  source: Source,
  statement: ExpressionStatement,
  callee: string,
  name: string,
  host: EditStyle,
): readonly Splice[] {
  return [
    insertion(statement.getStart(), `const ${name} = `),
    insertAfter(source, statement, `${callee}(${name})`, host),
  ];
}

/** Take the name away again, unless other code has come to use it. */
export function dropName(source: Source, call: CallExpression): readonly Splice[] {
  const declaration = declaredByResult(call);
  const statement = declaration?.getVariableStatement();
  const value = declaration?.getInitializer();
  if (declaration === undefined || statement === undefined || value === undefined) return [];
  const uses = identifiersNamed(source, declaration.getName()).filter(
    (each) => declarationOf(each) === declaration,
  );
  return uses.length > 2 ? [] : [removal(statement.getStart(), value.getStart())];
}

/** The constant a call is given, when it stands on the line before and holds the result of another call. */
export function declaredByResult(call: CallExpression): VariableDeclaration | undefined {
  const [argument] = call.getArguments();
  const declaration = Node.isIdentifier(argument) ? declarationOf(argument) : undefined;
  if (!Node.isVariableDeclaration(declaration) || !Node.isCallExpression(declaration.getInitializer()))
    return undefined;
  const statement = declaration.getVariableStatement();
  return statement?.getDeclarations().length === 1 ? declaration : undefined;
}
