export { OrderPlaced, OrderShipped } from './order-events.js';
