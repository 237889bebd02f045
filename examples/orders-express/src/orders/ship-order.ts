import { setTimeout } from 'node:timers/promises';
import { Conflict } from '../http/conflict.js';
import type { Order } from './order.js';

/** Book a parcel. The carrier takes its time. */
export async function shipOrder(order: Order): Promise<Order> {
  if (order.status !== 'open') throw new Conflict(`Order ${order.id} is ${order.status}`);
  await setTimeout(600);
  return { ...order, status: 'shipped' };
}
