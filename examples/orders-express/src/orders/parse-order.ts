import { BadRequest } from '../http/bad-request.js';
import type { Order, OrderLine } from './order.js';

export function parseOrder(body: unknown): Omit<Order, 'id' | 'status'> {
  if (!isRecord(body) || typeof body.customerId !== 'string') throw new BadRequest('customerId is missing');
  if (!Array.isArray(body.lines) || body.lines.length === 0) throw new BadRequest('lines are missing');
  return { customerId: body.customerId, lines: body.lines.map(parseLine) };
}

function parseLine(line: unknown): OrderLine {
  if (!isRecord(line)) throw new BadRequest('a line is not an object');
  const { product, quantity, unitPrice } = line;
  if (typeof product !== 'string') throw new BadRequest('a line has no product');
  if (typeof quantity !== 'number' || quantity < 1) throw new BadRequest('a quantity is not positive');
  if (typeof unitPrice !== 'number' || unitPrice < 0) throw new BadRequest('a price is negative');
  return { product, quantity, unitPrice };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
