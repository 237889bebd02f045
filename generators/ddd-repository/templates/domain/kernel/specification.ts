import { type Comparison, type Condition, type FieldValue, holds } from './condition.ts';

/** The fields of a state that a specification can speak of. */
export type Field<State> = {
  [Name in keyof State & string]: State[Name] extends FieldValue ? Name : never;
}[keyof State & string];

type TextField<State> = {
  [Name in Field<State>]: Extract<State[Name], string> extends never ? never : Name;
}[Field<State>];

type Ordered<Value> = Exclude<Value, boolean | null>;

/**
 * A rule that a state satisfies or not, with a name in the language of the domain. It is judged in memory, and a
 * repository finds what satisfies it, with the same result.
 *
 * @example const late = order.equals('status', 'placed').and(order.lessThan('dueAt', today));
 */
export class Specification<State extends object> {
  readonly condition: Condition;

  constructor(condition: Condition) {
    this.condition = condition;
  }

  isSatisfiedBy(state: State): boolean {
    return holds(this.condition, (name) => fieldValue(state, name));
  }

  and(...others: readonly Specification<State>[]): Specification<State> {
    return new Specification({ kind: 'and', conditions: conditionsOf([this, ...others]) });
  }

  or(...others: readonly Specification<State>[]): Specification<State> {
    return new Specification({ kind: 'or', conditions: conditionsOf([this, ...others]) });
  }

  not(): Specification<State> {
    return new Specification({ kind: 'not', condition: this.condition });
  }
}

/** The words in which specifications of a state are written. */
export interface Specifications<State extends object> {
  /** Every state satisfies it. */
  all(): Specification<State>;
  equals<Name extends Field<State>>(field: Name, value: State[Name]): Specification<State>;
  isOneOf<Name extends Field<State>>(
    field: Name,
    values: readonly State[Name][],
  ): Specification<State>;
  lessThan<Name extends Field<State>>(
    field: Name,
    value: Ordered<State[Name]>,
  ): Specification<State>;
  atMost<Name extends Field<State>>(field: Name, value: Ordered<State[Name]>): Specification<State>;
  greaterThan<Name extends Field<State>>(
    field: Name,
    value: Ordered<State[Name]>,
  ): Specification<State>;
  atLeast<Name extends Field<State>>(
    field: Name,
    value: Ordered<State[Name]>,
  ): Specification<State>;
  /** Capital letters count. */
  contains(field: TextField<State>, text: string): Specification<State>;
  startsWith(field: TextField<State>, text: string): Specification<State>;
}

/** Begin to write specifications of a state. */
export function specifications<State extends object>(): Specifications<State> {
  const make = (condition: Condition) => new Specification<State>(condition);
  const compare =
    (operator: Comparison) =>
    (field: string, value: unknown): Specification<State> =>
      make({ kind: 'compare', field, operator, value: checked(value) });
  const text =
    (operator: 'contains' | 'starts-with') =>
    (field: string, value: string): Specification<State> =>
      make({ kind: 'text', field, operator, value });
  return {
    all: () => make({ kind: 'and', conditions: [] }),
    equals: compare('eq'),
    isOneOf: (field, values) =>
      make({ kind: 'in', field, values: values.map((value) => checked(value)) }),
    lessThan: compare('lt'),
    atMost: compare('lte'),
    greaterThan: compare('gt'),
    atLeast: compare('gte'),
    contains: text('contains'),
    startsWith: text('starts-with'),
  };
}

/** Throws TypeError for what no field can hold. */
function checked(value: unknown): FieldValue {
  if (value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(
    `A field holds text, a finite number, true, false or null; not ${String(value)}.`,
  );
}

function conditionsOf<State extends object>(
  all: readonly Specification<State>[],
): readonly Condition[] {
  return all.map(({ condition }) => condition);
}

/** Read a field of a state; one that is absent counts as null. */
export function fieldValue(state: object, name: string): FieldValue {
  const value: unknown = Reflect.get(state, name);
  return value === undefined ? null : checked(value);
}
