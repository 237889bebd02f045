// What orders offer.
export * from './order.js';
export { place } from "./place.js"; // the only way in
export * from "./order-events.js";

export const VERSION = 1;
