/** What a field of a state holds. Times are ISO 8601 texts, which sort as they should. */
export type FieldValue = string | number | boolean | null;

/** What must hold of a state, as data: it is judged in memory and compiled to SQL, with the same result. */
export type Condition =
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly operator: Comparison;
      readonly value: FieldValue;
    }
  | { readonly kind: 'in'; readonly field: string; readonly values: readonly FieldValue[] }
  | {
      readonly kind: 'text';
      readonly field: string;
      readonly operator: 'contains' | 'starts-with';
      readonly value: string;
    }
  /** Comes after a value in a list that is sorted; nothing is less than null. */
  | {
      readonly kind: 'after';
      readonly field: string;
      readonly direction: Direction;
      readonly value: FieldValue;
    }
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition };

export type Comparison = 'eq' | 'lt' | 'lte' | 'gt' | 'gte';
export type Direction = 'asc' | 'desc';

/**
 * Whether a condition holds. There is yes and no, and nothing in between: null equals null, and is neither less nor
 * greater than anything.
 */
export function holds(condition: Condition, fieldOf: (name: string) => FieldValue): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.conditions.every((each) => holds(each, fieldOf));
    case 'or':
      return condition.conditions.some((each) => holds(each, fieldOf));
    case 'not':
      return !holds(condition.condition, fieldOf);
    case 'in':
      return condition.values.includes(fieldOf(condition.field));
    case 'compare':
      return compares(fieldOf(condition.field), condition.operator, condition.value);
    case 'after': {
      const order = compareNullFirst(fieldOf(condition.field), condition.value);
      return condition.direction === 'asc' ? order > 0 : order < 0;
    }
    case 'text': {
      const text = fieldOf(condition.field);
      if (typeof text !== 'string') return false;
      return condition.operator === 'contains'
        ? text.includes(condition.value)
        : text.startsWith(condition.value);
    }
  }
}

function compares(found: FieldValue, operator: Comparison, value: FieldValue): boolean {
  if (operator === 'eq') return found === value;
  if (found === null || value === null) return false;
  const order = compareValues(found, value);
  switch (operator) {
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
  }
}

/** Order two values as sorted lists do. */
export function compareNullFirst(a: FieldValue, b: FieldValue): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return compareValues(a, b);
}

function compareValues(a: string | number | boolean, b: string | number | boolean): number {
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  return Number(a) - Number(b);
}

/** By code points, as databases order bytes of UTF-8; JavaScript itself orders halves of them. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const left = a[Symbol.iterator]();
  const right = b[Symbol.iterator]();
  for (;;) {
    const [one, other] = [left.next(), right.next()];
    if (one.done === true || other.done === true)
      return (one.done === true ? 0 : 1) - (other.done === true ? 0 : 1);
    const difference = (one.value.codePointAt(0) ?? 0) - (other.value.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
}
