import type { Limits } from './limits.ts';
import type { ResolveRequest } from './request.ts';
import type { Unsolvable } from './resolution.ts';
import type { Attempt } from './solve.ts';
export function unsolvable(_a: Attempt, _r: ResolveRequest, _l: Limits): Unsolvable {
  return { status: 'unsolvable', explanation: [], causes: { conflicts: [], nodes: [] }, fixes: [] };
}
