import type { Incompatibility } from '../solver/incompatibility.ts';
import { derivation } from './derivation.ts';

/** One sentence of an explanation: because of these facts and earlier conclusions, this follows. */
export interface Line {
  readonly facts: readonly Incompatibility[];
  readonly lemmas: readonly Incompatibility[];
  readonly conclusion: Incompatibility;
}

/**
 * Order a proof into lines. What is longer to derive comes first, so that most lines follow from the one
 * before; two steps that each add one fact are told as one.
 */
export function linesOf(proof: Incompatibility): readonly Line[] {
  const uses = countUses(proof);
  const lines: Line[] = [];
  const told = new Set<Incompatibility>();
  tell(proof);
  return lines;

  function tell(step: Incompatibility): void {
    if (told.has(step)) return;
    told.add(step);
    let { facts, lemmas } = reasonsOf(step);
    const [only, ...more] = lemmas;
    if (only !== undefined && more.length === 0 && facts.length < 2 && uses.get(only) === 1) {
      const before = reasonsOf(only);
      if (before.lemmas.length === 1 && before.facts.length === 1) {
        facts = [...before.facts, ...facts];
        lemmas = before.lemmas;
      }
    }
    for (const lemma of [...lemmas].sort((a, b) => depth(b) - depth(a))) tell(lemma);
    lines.push({ facts, lemmas, conclusion: step });
  }
}

function reasonsOf(step: Incompatibility): Pick<Line, 'facts' | 'lemmas'> {
  if (step.cause.kind === 'fact') return { facts: [step], lemmas: [] };
  const both = [step.cause.left, step.cause.right];
  return {
    facts: both.filter(({ cause }) => cause.kind === 'fact'),
    lemmas: both.filter(({ cause }) => cause.kind === 'derived'),
  };
}

function countUses(proof: Incompatibility): ReadonlyMap<Incompatibility, number> {
  const uses = new Map<Incompatibility, number>();
  for (const { cause } of derivation(proof)) {
    if (cause.kind === 'fact') continue;
    for (const used of [cause.left, cause.right]) uses.set(used, (uses.get(used) ?? 0) + 1);
  }
  return uses;
}

function depth(step: Incompatibility): number {
  return derivation(step).length;
}
