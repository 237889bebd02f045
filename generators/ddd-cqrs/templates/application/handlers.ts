import type { Buses } from './buses.ts';

/**
 * Say who handles what. Called once, when the service starts; a type that is handled twice keeps it from starting.
 *
 * @example commands.handle('order.pay', payOrder(orders));
 */
export function registerHandlers(_buses: Buses): void {}
