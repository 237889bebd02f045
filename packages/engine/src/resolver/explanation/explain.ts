import type { Incompatibility } from '../solver/incompatibility.ts';
import type { Encoding } from '../universe/encoding.ts';
import { derivation, leaves } from './derivation.ts';
import { type Line, linesOf } from './lines.ts';
import { prose } from './prose.ts';

/** More lines than this nobody reads; then the facts are listed instead. */
const MAX_LINES = 24;
const MAX_FACTS = 16;

/** Tell a proof in sentences that read from the top. See docs/resolver.md#explanations. */
export function explain(encoding: Encoding, proof: Incompatibility): readonly string[] {
  if (proof.cause.kind === 'fact') return [prose.alone(prose.clause(encoding, proof))];
  if (derivation(proof).length > MAX_LINES * 3) return listFacts(encoding, proof);
  const lines = linesOf(proof);
  return lines.length > MAX_LINES ? listFacts(encoding, proof) : sentences(encoding, lines);
}

function listFacts(encoding: Encoding, proof: Incompatibility): readonly string[] {
  const facts = leaves(proof);
  const shown = facts.slice(0, MAX_FACTS);
  const clauses = shown.map((fact) => prose.fact(prose.clause(encoding, fact)));
  return [prose.tooLong(shown.length, facts.length), ...clauses];
}

/** A line is numbered only when another one, not the next, refers to it. */
function sentences(encoding: Encoding, lines: readonly Line[]): readonly string[] {
  const firstSaid = new Map<Incompatibility, number>();
  for (const [index, line] of lines.entries()) {
    for (const fact of line.facts) if (!firstSaid.has(fact)) firstSaid.set(fact, index);
    firstSaid.set(line.conclusion, index);
  }
  const referred = new Set(lines.flatMap((line, index) => references(line, index, firstSaid)));
  const numbers = new Map([...referred].sort((a, b) => a - b).map((line, index) => [line, index + 1]));
  return lines.map((line, index) => {
    const known = references(line, index, firstSaid).map((earlier) => numbers.get(earlier) ?? 0);
    const fresh = line.facts.filter((fact) => firstSaid.get(fact) === index).sort(declaredFirst);
    const facts = fresh.map((fact) => prose.clause(encoding, fact));
    const reasons = { facts, lines: [...new Set(known)] };
    const follows = line.lemmas.some((lemma) => firstSaid.get(lemma) === index - 1);
    const conclusion = prose.clause(encoding, line.conclusion);
    const sentence = follows ? prose.andBecause(reasons, conclusion) : prose.because(reasons, conclusion);
    const number = numbers.get(index);
    return number === undefined ? sentence : prose.numbered(sentence, number);
  });
}

/** The earlier lines a line has to point at: what it uses is neither new nor the line before. */
function references(
  line: Line,
  index: number,
  firstSaid: ReadonlyMap<Incompatibility, number>,
): readonly number[] {
  const facts = line.facts.map((fact) => firstSaid.get(fact) ?? index).filter((said) => said !== index);
  const lemmas = line.lemmas
    .map((lemma) => firstSaid.get(lemma) ?? index)
    .filter((said) => said !== index - 1);
  return [...facts, ...lemmas];
}

/** "`slo` needs tier … and the tier is …" reads better than the other way round. */
function declaredFirst(a: Incompatibility, b: Incompatibility): number {
  return a.packages.length === b.packages.length ? 0 : b.packages.length - a.packages.length;
}
