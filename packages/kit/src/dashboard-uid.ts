import type { DashboardPanel } from './observability-slots.ts';
import { slug } from './slug.ts';

/** Grafana takes forty characters. */
const LONGEST = 40;

/**
 * The identifier of a service's dashboard in Grafana, which alerts link to and which never changes.
 *
 * @example dashboardUid('@shop/orders', 'on-call') // 'orders-on-call'
 */
export function dashboardUid(
  service: string,
  role: NonNullable<DashboardPanel['dashboards']>[number],
): string {
  return `${slug(service).slice(0, LONGEST - role.length - 1)}-${role}`;
}
