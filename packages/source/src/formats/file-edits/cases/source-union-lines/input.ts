import type { OrderPlaced } from './order-placed.js';

/** What can happen to an order. */
export type OrderEvent =
  | OrderPlaced // first
  | { readonly kind: 'cancelled' }; // last
