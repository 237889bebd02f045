import type { DashboardPanel, Tier } from '@joinery/kit';

/** Who a dashboard is for. */
export interface Role {
  readonly name: NonNullable<DashboardPanel['dashboards']>[number];
  readonly title: string;
  readonly description: string;
  readonly from: string;
  readonly tier: Tier;
}

export const ROLES: readonly Role[] = [
  {
    name: 'on-call',
    title: 'on call',
    description: 'What whoever was just woken needs: is it broken, for whom, since when.',
    from: 'now-3h',
    tier: 'basic',
  },
  {
    name: 'service',
    title: 'in detail',
    description: 'Everything the service tells of itself, for those who develop it.',
    from: 'now-6h',
    tier: 'basic',
  },
  {
    name: 'error-budget',
    title: 'error budget',
    description:
      'What was promised, what is left of the budget, and how fast it goes, for those who own the service.',
    from: 'now-30d',
    tier: 'intermediate',
  },
  {
    name: 'fleet',
    title: 'among all services',
    description: 'All services with objectives on one page.',
    from: 'now-24h',
    tier: 'enterprise',
  },
];

/** Rows in the order they are read; others follow by name. */
export const ROWS = [
  'Error budget',
  'All services',
  'Requests',
  'Regions',
  'Outgoing calls',
  'Dependencies',
  'Process',
  'Node.js',
];
