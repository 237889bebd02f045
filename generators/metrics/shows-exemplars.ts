import { atLeast, type PlanContext } from '@joinery/kit';

/** Whether a dashboard can lead from a bucket to a traced request in it: where requests are traced, at the highest tier. */
export function showsExemplars({ tier, has }: Pick<PlanContext<unknown>, 'tier' | 'has'>): boolean {
  return atLeast(tier, 'enterprise') && has('tracing');
}
