import type { Evidence } from './evidence.ts';
import type { Expression } from './expression/expression.ts';
import type { Facts } from './facts.ts';

/** Why an expression has the value; `undefined` when it has the other one. */
export function evaluate(
  expression: Expression,
  facts: Facts,
  value: boolean,
): readonly Evidence[] | undefined {
  if (expression.kind === 'not') return evaluate(expression.of, facts, !value);
  if (expression.kind === 'call') {
    const { holds, evidence } = facts(expression);
    return holds === value ? [evidence] : undefined;
  }
  const parts = expression.of.map((part) => evaluate(part, facts, value));
  const found = parts.filter((part) => part !== undefined);
  const all = (expression.kind === 'and') === value;
  if (!all) return found[0];
  return found.length < parts.length ? undefined : presentFirst(found.flat());
}

/** What is there reads better before what is missing. */
function presentFirst(evidence: readonly Evidence[]): readonly Evidence[] {
  const isThere = ({ place }: Evidence) => place !== undefined;
  return [...evidence.filter(isThere), ...evidence.filter((one) => !isThere(one))];
}
