import type { Meter } from '@opentelemetry/api';

/**
 * The metrics of the service's own domain. This list is yours: what it returns is `business` of the composition root.
 * Labels must have few values: a channel or a kind, never a customer or an id.
 *
 * @example ordersPlaced: meter.createCounter('orders.placed', { description: 'Orders placed', unit: '{order}' }),
 * @example business.ordersPlaced.add(1, { channel: 'web' });
 */
export function createBusinessMetrics(_meter: Meter) {
  return {};
}
