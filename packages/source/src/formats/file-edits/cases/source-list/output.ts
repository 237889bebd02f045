import { placeOrder } from './place-order.js';
import { shipOrder } from './ship-order.js';

export const handlers = [
	placeOrder, // first
	shipOrder,
] as const;
