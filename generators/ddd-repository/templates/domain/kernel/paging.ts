import { InvalidError } from '#source/domain/kernel/domain-error';
import { type Condition, compareNullFirst, type Direction, type FieldValue } from './condition.ts';
import type { FindHow, Page } from './repository.ts';

/** By which fields, and which way, a list is sorted; the id is always the last one. */
export type Sorting = readonly { readonly field: string; readonly direction: Direction }[];

const ID = 'id';

/** Complete the order, so that no two items are equal in it. */
export function sortingOf<State extends object>(order: FindHow<State>['order'] = []): Sorting {
  const asked = order.map(
    ({ field, direction }) => ({ field, direction: direction ?? 'asc' }) as const,
  );
  return asked.some(({ field }) => field === ID)
    ? asked
    : [...asked, { field: ID, direction: 'asc' }];
}

/** How many items a page holds. */
export function pageSize(asked = 20): number {
  return Math.min(100, Math.max(1, Math.trunc(asked)));
}

/** Where a page begins, as a condition: what comes after the item that the cursor was made of. */
export function afterCursor(sorting: Sorting, cursor: string): Condition {
  const values = readCursor(cursor, sorting.length);
  const conditions = sorting.map(({ field, direction }, index): Condition => {
    const same = sorting
      .slice(0, index)
      .map((each, at): Condition => equal(each.field, values[at] ?? null));
    const after: Condition = { kind: 'after', field, direction, value: values[index] ?? null };
    return { kind: 'and', conditions: [...same, after] };
  });
  return { kind: 'or', conditions };
}

/** Make a page of items, of which there may be one more than it holds. */
export function pageOf<Item>(
  items: readonly Item[],
  size: number,
  sorting: Sorting,
  fieldOf: (item: Item, name: string) => FieldValue,
): Page<Item> {
  const kept = items.slice(0, size);
  const last = kept[kept.length - 1];
  if (items.length <= size || last === undefined) return { items: kept };
  const values = sorting.map(({ field }) => fieldOf(last, field));
  return { items: kept, next: Buffer.from(JSON.stringify(values)).toString('base64url') };
}

/** Compare two items as the list is sorted. */
export function comparing<Item>(
  sorting: Sorting,
  fieldOf: (item: Item, name: string) => FieldValue,
): (a: Item, b: Item) => number {
  return (a, b) => {
    for (const { field, direction } of sorting) {
      const order = compareNullFirst(fieldOf(a, field), fieldOf(b, field));
      if (order !== 0) return direction === 'asc' ? order : -order;
    }
    return 0;
  };
}

function equal(field: string, value: FieldValue): Condition {
  return { kind: 'compare', field, operator: 'eq', value };
}

function readCursor(cursor: string, length: number): readonly FieldValue[] {
  const values = parsed(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Array.isArray(values) || values.length !== length || !values.every(isFieldValue)) {
    throw new InvalidError('cursor.invalid', 'This is no place in this list.');
  }
  return values;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFieldValue(value: unknown): value is FieldValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
