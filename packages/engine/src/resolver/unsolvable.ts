import { causesGraph } from './explanation/causes-graph.ts';
import { type Conflict, conflictIn } from './explanation/conflict.ts';
import { explain } from './explanation/explain.ts';
import { prose } from './explanation/prose.ts';
import { findConflicts } from './fixes/find-conflicts.ts';
import { findFixes } from './fixes/find-fixes.ts';
import type { Workshop } from './fixes/workshop.ts';
import type { Limits } from './limits.ts';
import type { ResolveRequest } from './request.ts';
import type { Unsolvable } from './resolution.ts';
import type { Attempt } from './solve.ts';

/** Turn a failed search into an answer: every conflict told, and fixes that were tried. */
export function unsolvable(failed: Attempt, request: ResolveRequest, limits: Limits): Unsolvable {
  const { encoding, outcome } = failed;
  const budget = { steps: limits.repairSteps };
  if (outcome.kind === 'gave-up')
    return gaveUp({ encoding, proof: outcome.soFar, wanted: [] }, outcome.steps);
  if (outcome.kind === 'solved') throw new Error('a search that succeeded has no conflict');
  const workshop: Workshop = { index: encoding.index, request, limits, budget, tried: new Map() };
  const known = findConflicts(workshop, conflictIn(encoding, outcome.proof, budget));
  const { conflicts, fixes } = findFixes(workshop, known);
  const explanation = explainAll(conflicts);
  if (fixes.length === 0) explanation.push(prose.noFix());
  return { status: 'unsolvable', explanation, causes: causesGraph(conflicts), fixes };
}

function gaveUp(conflict: Conflict, steps: number): Unsolvable {
  const explanation = [prose.gaveUp(steps), ...explain(conflict.encoding, conflict.proof)];
  return {
    status: 'unsolvable',
    explanation,
    causes: causesGraph([conflict]),
    fixes: [],
    gaveUpAfter: steps,
  };
}

function explainAll(conflicts: readonly Conflict[]): string[] {
  return conflicts.flatMap(({ encoding, proof }, index) => {
    const sentences = explain(encoding, proof);
    return conflicts.length === 1 ? sentences : [prose.heading(index + 1, conflicts.length), ...sentences];
  });
}
