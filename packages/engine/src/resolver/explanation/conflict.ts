import type { Wanted } from '../solver/fact.ts';
import type { Incompatibility } from '../solver/incompatibility.ts';
import type { Encoding } from '../universe/encoding.ts';
import { leaves } from './derivation.ts';
import { type Budget, refute } from './refute.ts';
import { settleHost } from './settle-host.ts';
import { shrink } from './shrink.ts';

/** A smallest set of facts that contradict each other, with a proof of it. */
export interface Conflict {
  readonly encoding: Encoding;
  readonly proof: Incompatibility;
  /** What of the request, the host and the tier takes part. */
  readonly wanted: readonly Wanted[];
}

/** Find out what a failed search was about, by shrinking its proof to what it needs. */
export function conflictIn(encoding: Encoding, found: Incompatibility, budget: Budget): Conflict {
  const facts = leaves(found);
  if (facts.length > MAX_FACTS) return { encoding, proof: found, wanted: wantedAmong(facts) };
  const { packages } = encoding;
  // Shrinking may not eat what finding fixes needs; cut short, it keeps too much rather than too little.
  const share = { steps: Math.floor(budget.steps / SHARE) };
  const needed = shrink(packages, facts, share);
  budget.steps -= Math.floor(budget.steps / SHARE) - share.steps;
  const proof = refute(packages, settleHost(needed), { steps: PROOF_STEPS }) ?? found;
  return { encoding, proof, wanted: wantedAmong(needed) };
}

/** A conflict of more facts is not about a few of them; shrinking it would take long and help nobody. */
const MAX_FACTS = 250;
const SHARE = 4;
const PROOF_STEPS = 1_000_000;
const WANTED = ['present', 'range', 'asked', 'excluded', 'tier', 'host'];

function wantedAmong(facts: readonly Incompatibility[]): readonly Wanted[] {
  return facts.flatMap(({ cause }) => (cause.kind === 'fact' && isWanted(cause.fact) ? [cause.fact] : []));
}

function isWanted(fact: Wanted | { readonly kind: string }): fact is Wanted {
  return WANTED.includes(fact.kind);
}
