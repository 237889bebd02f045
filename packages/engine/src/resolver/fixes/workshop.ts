import type { Budget } from '../explanation/refute.ts';
import type { Limits } from '../limits.ts';
import type { ResolveRequest } from '../request.ts';
import { type Attempt, solve } from '../solve.ts';
import type { UniverseIndex } from '../universe/universe-index.ts';
import { type Wish, wish } from '../universe/wish.ts';
import { type Concession, concede } from './concession.ts';

/** Where fixes are tried: what is to be mended, and how much may still be tried. */
export interface Workshop {
  readonly index: UniverseIndex;
  readonly request: ResolveRequest;
  readonly limits: Limits;
  readonly budget: Budget;
  readonly tried: Map<string, Attempt>;
}

/** Resolve with concessions; `undefined` when there is nothing left to spend. */
export function attempt(
  workshop: Workshop,
  request: ResolveRequest,
  concessions: readonly Concession[],
): Attempt | undefined {
  const { budget, limits, tried } = workshop;
  const wanted = concede(wish(request), concessions);
  const key = keyOfWish(wanted);
  const known = tried.get(key);
  if (known !== undefined) return known;
  if (budget.steps <= 0 || tried.size >= limits.repairs) return undefined;
  const fresh = solve(workshop.index, wanted, Math.min(limits.steps, budget.steps));
  budget.steps -= fresh.outcome.steps;
  tried.set(key, fresh);
  return fresh;
}

/** Different ways to the same wish are tried once: leaving a feature out, or conceding that it may be left out. */
function keyOfWish({ features, exclude, tier, host }: Wish): string {
  return JSON.stringify([[...features], exclude, tier, [...host]]);
}
