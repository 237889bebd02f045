import { placeOrder } from './place-order.js';

export const handlers = [
	placeOrder, // first
] as const;
