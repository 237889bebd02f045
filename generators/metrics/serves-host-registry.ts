import type { PlanContext } from '@joinery/kit';

/** Whether the service measures something itself, with prom-client, that belongs into the same scrape. */
export function servesHostRegistry({ host }: Pick<PlanContext<unknown>, 'host'>): boolean {
  return host.dependencies['prom-client']?.dev === false;
}
