import { badRequest } from '#host/errors/app-error';
import { z } from '#host/openapi/zod';

/** What the query of a list may say. */
export const pageQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** A part of a list, and where the next part starts; there is none after the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** What a list is ordered by, with what makes it distinct last: `[placedAt, id]`. */
export type Key = readonly (string | number)[];

/** Describe a page of a list. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().optional() });
}

/**
 * Make a page of one more item than it has room for: that one tells whether there is more.
 *
 * @example pageOf(await ordersAfter(key, limit + 1), limit, (order) => [order.placedAt, order.id])
 */
export function pageOf<T>(found: readonly T[], limit: number, keyOf: (item: T) => Key): Page<T> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const isLast = found.length <= limit || last === undefined;
  return isLast ? { items } : { items, next: encodeCursor(keyOf(last)) };
}

/** Callers hand a cursor back and make nothing of it. */
export function encodeCursor(key: Key): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key that a cursor stands for. Throws AppError with status 400 when it is none. */
export function decodeCursor(cursor: string): Key {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.every(isPart)) return key;
  } catch {
    // Answered below, as what is JSON and no key.
  }
  throw badRequest('The cursor is not one of this list.', [
    { pointer: '/query/cursor', detail: 'is no cursor' },
  ]);
}

function isPart(part: unknown): part is string | number {
  return typeof part === 'string' || typeof part === 'number';
}
