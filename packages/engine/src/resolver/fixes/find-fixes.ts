import { resolved } from '../answer/resolved.ts';
import { type Conflict, conflictIn } from '../explanation/conflict.ts';
import type { ResolveRequest } from '../request.ts';
import type { Fix } from '../resolution.ts';
import { type Concession, concessionsFor, keyOf } from './concession.ts';
import { describeFix } from './describe-fix.ts';
import { conflictKey } from './find-conflicts.ts';
import { cheapestHittingSet } from './hitting-sets.ts';
import { settle } from './settle.ts';
import { substitutes } from './substitutes.ts';
import { attempt, type Workshop } from './workshop.ts';

/** Fixes that work, cheapest first, and the conflicts that trying them brought to light. */
export interface Repair {
  readonly fixes: readonly Fix[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Look for the cheapest sets of concessions that take something from every conflict. Each is resolved:
 * it works, or it shows a conflict not known before, which the next sets must hit too.
 * See docs/resolver.md#fixes.
 */
export function findFixes(workshop: Workshop, known: readonly Conflict[]): Repair {
  const conflicts = [...known];
  const toHit = known.map(({ wanted }) => concessionsFor(wanted));
  const done: (readonly Concession[])[] = [];
  const fixes: Fix[] = [];
  for (let round = 0; round < workshop.limits.repairs && fixes.length < workshop.limits.fixes; round++) {
    const concessions = cheapestHittingSet(toHit, done);
    if (concessions === undefined) break;
    const conceded = attempt(workshop, workshop.request, concessions);
    if (conceded === undefined) break;
    if (conceded.outcome.kind === 'conflict') {
      const conflict = conflictIn(conceded.encoding, conceded.outcome.proof, workshop.budget);
      const helpful = concessionsFor(conflict.wanted).filter((one) => !has(concessions, one));
      if (helpful.length === 0) done.push(concessions);
      else toHit.push(helpful);
      if (isSeparate(conflict, concessions, conflicts)) conflicts.push(conflict);
      continue;
    }
    done.push(concessions);
    if (conceded.outcome.kind === 'solved') fixes.push(...mend(workshop, concessions));
  }
  return {
    fixes: worthwhile(fixes).slice(0, workshop.limits.fixes),
    conflicts: conflicts.slice(0, workshop.limits.conflicts),
  };
}

/** To ask for nothing is a fix only where there is no other. */
function worthwhile(fixes: readonly Fix[]): readonly Fix[] {
  const useful = fixes.filter(({ request }) => Object.keys(request.features).length > 0);
  return useful.length > 0 ? useful : fixes;
}

/** A conflict that stays when the host, the tier or an exclusion gives way stands on its own. */
function isSeparate(
  conflict: Conflict,
  conceded: readonly Concession[],
  known: readonly Conflict[],
): boolean {
  if (conceded.some(({ kind }) => kind === 'any-version')) return false;
  return !known.some((other) => conflictKey(other) === conflictKey(conflict));
}

function mend(workshop: Workshop, concessions: readonly Concession[]): readonly Fix[] {
  const plain = makeConcrete(workshop, workshop.request, concessions);
  const swapped = swap(workshop, concessions);
  return [...(swapped === undefined ? [] : [swapped]), ...(plain === undefined ? [] : [plain])].flatMap(
    (request) => {
      const answer = attempt(workshop, request, []);
      return answer?.outcome.kind === 'solved'
        ? [describeFix(workshop.request, request, resolved(answer))]
        : [];
    },
  );
}

/** Settle one concession after the other, each with the rest still open, on the first that works. */
function makeConcrete(
  workshop: Workshop,
  request: ResolveRequest,
  concessions: readonly Concession[],
): ResolveRequest | undefined {
  const [next, ...rest] = concessions;
  if (next === undefined) return request;
  const conceded = attempt(workshop, request, concessions);
  if (conceded?.outcome.kind !== 'solved') return undefined;
  for (const candidate of settle(workshop, request, next, conceded)) {
    const found = attempt(workshop, candidate, rest);
    if (found?.outcome.kind === 'solved') return makeConcrete(workshop, candidate, rest);
  }
  return undefined;
}

/** Instead of leaving a feature out, put another one in its place. */
function swap(workshop: Workshop, concessions: readonly Concession[]): ResolveRequest | undefined {
  const dropped = concessions.filter(({ kind }) => kind === 'without');
  const [only, ...more] = dropped;
  if (only === undefined || more.length > 0) return undefined;
  const rest = concessions.filter((one) => one !== only);
  for (const candidate of substitutes(workshop.index, workshop.request, only.name)) {
    const found = attempt(workshop, candidate, rest);
    if (found?.outcome.kind === 'solved') return makeConcrete(workshop, candidate, rest);
  }
  return undefined;
}

function has(concessions: readonly Concession[], wanted: Concession): boolean {
  return concessions.some((one) => keyOf(one) === keyOf(wanted));
}
