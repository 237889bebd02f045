import { type Conflict, causesGraph } from './explanation/causes-graph.ts';
import { explain } from './explanation/explain.ts';
import { refute } from './explanation/refute.ts';
import { shrink } from './explanation/shrink.ts';
import type { Limits } from './limits.ts';
import type { ResolveRequest } from './request.ts';
import type { Unsolvable } from './resolution.ts';
import type { Attempt } from './solve.ts';

export function unsolvable(attempt: Attempt, _r: ResolveRequest, limits: Limits): Unsolvable {
  const { encoding, outcome } = attempt;
  const conflicts: Conflict[] = [];
  const budget = { steps: limits.repairSteps };
  if (outcome.kind === 'conflict') {
    const facts = shrink(encoding.packages, outcome.proof, budget);
    const proof = refute(encoding.packages, facts, { steps: limits.repairSteps });
    if (proof) conflicts.push({ encoding, proof });
  }
  return {
    status: 'unsolvable',
    explanation: conflicts.flatMap((c) => explain(c.encoding, c.proof)),
    causes: causesGraph(conflicts),
    fixes: [],
  };
}
