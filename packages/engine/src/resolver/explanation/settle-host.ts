import type { Incompatibility } from '../solver/incompatibility.ts';

/**
 * Conclude at once what the host and the tier rule out, so that a proof says "`slo` needs node >=22 and
 * the host has node 20" in one line instead of carrying the host through all of its steps.
 */
export function settleHost(facts: readonly Incompatibility[]): readonly Incompatibility[] {
  const used = new Set<Incompatibility>();
  const settled = facts.map((fact) => {
    if (fact.cause.kind !== 'fact') return fact;
    const { kind } = fact.cause.fact;
    if (kind !== 'needs-host' && kind !== 'needs-tier') return fact;
    const known = facts.find(
      (other) => other.packages.length === 1 && other.packages[0] === fact.packages[1],
    );
    if (known === undefined) return fact;
    used.add(known);
    return ruledOut(fact, known);
  });
  return settled.filter((fact) => !used.has(fact));
}

function ruledOut(need: Incompatibility, known: Incompatibility): Incompatibility {
  const [owner = 0] = need.packages;
  const [set = []] = need.sets;
  return { packages: [owner], sets: [set], cause: { kind: 'derived', left: need, right: known } };
}
