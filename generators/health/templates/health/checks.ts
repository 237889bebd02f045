import type { Check } from './run-checks.ts';

/**
 * The service's own readiness checks. This list is yours.
 *
 * @example { name: 'database', critical: true, check: () => pool.query('select 1') }
 */
export const ownChecks: readonly Check[] = [];
