import type { Order } from '../orders/order.js';

/** What each product brought in, in cents; cancelled orders left out. */
export function salesByProduct(orders: readonly Order[]): Readonly<Record<string, number>> {
  const sales: Record<string, number> = {};
  for (const order of orders) {
    if (order.status === 'cancelled') continue;
    for (const line of order.lines) {
      sales[line.product] = (sales[line.product] ?? 0) + line.quantity * line.unitPrice;
    }
  }
  return sales;
}
