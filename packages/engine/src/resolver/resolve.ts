import { resolved } from './answer/resolved.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { ResolveRequest, Universe } from './request.ts';
import type { Resolution } from './resolution.ts';
import { solve } from './solve.ts';
import { sortedRequest } from './sorted-request.ts';
import { universeIndex } from './universe/universe-index.ts';
import { wish } from './universe/wish.ts';
import { unsolvable } from './unsolvable.ts';

/**
 * Choose features and versions that fit together, newest first, or say why none do and what would help.
 * Throws ProblemError for a version or range that is none; `readUniverse` and `readRequest` name all of
 * them beforehand. See docs/resolver.md.
 *
 * @example resolve({ features: [{ name: 'health', version: '1.0.0' }] }, { features: { health: '*' } })
 */
export function resolve(universe: Universe, request: ResolveRequest, limits: Limits = LIMITS): Resolution {
  const index = universeIndex(universe);
  const sorted = sortedRequest(request);
  const attempt = solve(index, wish(sorted), limits.steps);
  if (attempt.outcome.kind === 'solved') return resolved(attempt);
  return unsolvable(attempt, sorted, limits);
}
