import type { OrderPlaced } from './order-placed.js';
import type { OrderShipped } from './order-shipped.js';

/** What can happen to an order. */
export type OrderEvent =
  | OrderPlaced // first
  | { readonly kind: 'cancelled' }
  | OrderShipped; // last
