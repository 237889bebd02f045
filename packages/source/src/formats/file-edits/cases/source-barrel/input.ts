// What orders offer.
export * from './order.js';
export { place } from "./place.js"; // the only way in

export const VERSION = 1;
