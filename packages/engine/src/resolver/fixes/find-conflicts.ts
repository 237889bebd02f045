import { type Conflict, conflictIn } from '../explanation/conflict.ts';
import { type Concession, concessionsFor, keyOf } from './concession.ts';
import { attempt, type Workshop } from './workshop.ts';

/**
 * Name the other conflicts too: whatever still does not fit when features of the known ones are left out,
 * first all of them, then each on its own.
 */
export function findConflicts(workshop: Workshop, first: Conflict): readonly Conflict[] {
  const found = [first];
  const keys = new Set([conflictKey(first)]);
  const queue = reductions([], first);
  for (const without of queue) {
    if (found.length >= workshop.limits.conflicts || workshop.tried.size >= workshop.limits.repairs / 2)
      break;
    const outcome = attempt(workshop, workshop.request, without);
    if (outcome?.outcome.kind !== 'conflict') continue;
    const conflict = conflictIn(outcome.encoding, outcome.outcome.proof, workshop.budget);
    if (keys.has(conflictKey(conflict))) continue;
    keys.add(conflictKey(conflict));
    found.push(conflict);
    queue.push(...reductions(without, conflict));
  }
  return found;
}

/** What takes part in a conflict; two with the same are one. */
export function conflictKey(conflict: Conflict): string {
  return concessionsFor(conflict.wanted).map(keyOf).sort().join('\n');
}

function reductions(already: readonly Concession[], conflict: Conflict): (readonly Concession[])[] {
  const features = concessionsFor(conflict.wanted).filter(({ kind }) => kind === 'without');
  if (features.length === 1) return [[...already, ...features]];
  return [[...already, ...features], ...features.map((feature) => [...already, feature])];
}
