import { type Composed, EXIT } from '@joinery/engine';

/**
 * What a door that cannot wait for people makes of a composition: a plan with merge conflicts becomes a problem, since
 * nobody could take it back or finish it there.
 */
export function settledPlan(composed: Composed): Composed {
  if (composed.kind !== 'plan' || composed.conflicts.length === 0) return composed;
  return {
    kind: 'problem',
    id: 'merge-conflict',
    exitCode: EXIT.error,
    found: 'Your edits and the new texts of these files change the same lines. Nothing was written.',
    todo: 'Run `npx joinery apply` in the service: it writes conflict markers, and finishes or takes back once you have settled them.',
    places: composed.conflicts.map(({ path }) => path),
  };
}
