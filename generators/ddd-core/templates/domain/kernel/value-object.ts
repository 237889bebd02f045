/**
 * A value that has rules of its own, such as an amount of money: two with the same content are the same value.
 * It is frozen through and through, so a subclass has getters and methods, and no fields. Let a static factory check
 * the rules, and keep the constructor to the class.
 */
export abstract class ValueObject<Props extends object = object> {
  protected readonly props: Readonly<Props>;

  protected constructor(props: Props) {
    this.props = frozenCopy(props);
    Object.freeze(this);
  }

  equals(other: unknown): boolean {
    return (
      other instanceof ValueObject &&
      other.constructor === this.constructor &&
      isSame(this.props, other.props)
    );
  }

  toJSON(): Readonly<Props> {
    return this.props;
  }
}

/** Throws TypeError for what cannot be frozen, such as a Date: keep its ISO text instead. */
function frozenCopy<Value>(value: Value): Value {
  return copyOf(value) as Value;
}

function copyOf(value: unknown): unknown {
  if (typeof value === 'function') throw new TypeError('A value object holds no functions.');
  if (typeof value !== 'object' || value === null || value instanceof ValueObject) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(copyOf));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`A value object holds no ${value.constructor.name}: it cannot be frozen.`);
  }
  const entries = Object.entries(value).map(([key, one]) => [key, copyOf(one)] as const);
  return Object.freeze(Object.fromEntries(entries));
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof ValueObject) return a.equals(b);
  if (b instanceof ValueObject || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  const others = new Set(Object.keys(b));
  return (
    keys.length === others.size &&
    keys.every((key) => others.has(key) && isSame(Reflect.get(a, key), Reflect.get(b, key)))
  );
}
