import type { Wanted } from '../solver/fact.ts';
import type { Incompatibility } from '../solver/incompatibility.ts';
import type { Encoding } from '../universe/encoding.ts';
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

/** Find out what a failed search was about, by shrinking its proof. */
export function conflictIn(encoding: Encoding, found: Incompatibility, budget: Budget): Conflict {
  const { packages } = encoding;
  const facts = shrink(packages, found, budget);
  const settled = settleHost(facts);
  const proof = refute(packages, settled, { steps: PROOF_STEPS }) ?? found;
  const wanted = facts.flatMap(({ cause }) =>
    cause.kind === 'fact' && isWanted(cause.fact) ? [cause.fact] : [],
  );
  return { encoding, proof, wanted };
}

const PROOF_STEPS = 1_000_000;
const WANTED = ['present', 'range', 'asked', 'excluded', 'tier', 'host'];

function isWanted(fact: Wanted | { readonly kind: string }): fact is Wanted {
  return WANTED.includes(fact.kind);
}
