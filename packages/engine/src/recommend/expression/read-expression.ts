import { nearestName } from '../../words/nearest-name.ts';
import type { Expression } from './expression.ts';
import { type Call, parseTokens } from './parse-tokens.ts';
import { SyntaxFault } from './syntax-fault.ts';
import { tokens } from './tokens.ts';

/** An expression, or what is wrong with it as a clause: `it ends too early`. */
export type ReadExpression =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'fault'; readonly reason: string };

/** Names that a call may have; a word that is not listed takes any. */
export type KnownNames = Readonly<Partial<Record<Call['word'], readonly string[]>>>;

/**
 * Read the `when` of a recommendation: calls such as `dependency('pg')`, joined by `and`, `or`, `not` and
 * parentheses. Nothing of it is ever evaluated as code.
 */
export function readExpression(text: string, known: KnownNames): ReadExpression {
  try {
    const expression = parseTokens(tokens(text));
    const fault = unknownName(expression, known);
    return fault === undefined ? { kind: 'expression', expression } : { kind: 'fault', reason: fault };
  } catch (error) {
    if (error instanceof SyntaxFault) return { kind: 'fault', reason: error.message };
    throw error;
  }
}

function unknownName(expression: Expression, known: KnownNames): string | undefined {
  if (expression.kind === 'not') return unknownName(expression.of, known);
  if (expression.kind !== 'call') {
    return expression.of.map((part) => unknownName(part, known)).find((fault) => fault !== undefined);
  }
  const names = known[expression.word];
  if (names === undefined || names.includes(expression.name)) return undefined;
  const near = nearestName(expression.name, names);
  const hint = near === undefined ? '' : ` (did you mean \`${near}\`?)`;
  return `there is no ${expression.word} \`${expression.name}\`${hint}`;
}
