import fc from 'fast-check';
import type { Comparison, Condition, FieldValue } from '../templates/domain/kernel/condition.ts';
import type { ThingState } from './thing.ts';

/** Few values, so that rows and conditions meet; among them what trips databases: case, wildcards, quotes, surrogates. */
const texts = fc.constantFrom(
  '',
  'a',
  'A',
  'ab',
  'aB',
  'b%',
  '_b',
  "o'k",
  'é',
  'e\u0301',
  '\u{1F600}',
  '\uFF5E',
  'ß',
  '\\',
);
const integers = fc.constantFrom(-2, -1, 0, 1, 2, 100, Number.MAX_SAFE_INTEGER);
const numbers = fc.constantFrom(-1.5, -0, 0, 0.1, 0.2, 0.30000000000000004, 0.3, 1, 1e21, 5e-324);
const comparisons = fc.constantFrom<Comparison>('eq', 'lt', 'lte', 'gt', 'gte');

type Comparable = Exclude<keyof ThingState, 'parts'>;

const FIELDS: Readonly<Record<Comparable, fc.Arbitrary<string | number | boolean>>> = {
  name: texts,
  code: texts,
  count: fc.oneof(integers, numbers),
  weight: numbers,
  isOn: fc.boolean(),
};
const field = fc.constantFrom(...(Object.keys(FIELDS) as Comparable[]));
const fieldOf = (name: Comparable): fc.Arbitrary<FieldValue> =>
  fc.option(FIELDS[name], { freq: 4, nil: null });

export const thingState: fc.Arbitrary<ThingState> = fc.record({
  name: fc.option(texts, { nil: null }),
  code: texts,
  count: fc.option(integers, { nil: null }),
  weight: fc.option(numbers, { nil: null }),
  isOn: fc.option(fc.boolean(), { nil: null }),
  parts: fc.array(
    fc.record({
      label: texts,
      count: fc.option(
        fc.oneof(
          integers,
          numbers.map((one) => one + 0),
        ),
        { nil: null },
      ),
    }),
    { maxLength: 4 },
  ),
});

const leaf: fc.Arbitrary<Condition> = field.chain((name) => {
  const compare = fc.record({
    kind: fc.constant('compare' as const),
    field: fc.constant(name),
    operator: comparisons,
    value: fieldOf(name),
  });
  const isIn = fc.record({
    kind: fc.constant('in' as const),
    field: fc.constant(name),
    values: fc.array(fieldOf(name), { maxLength: 3 }),
  });
  const text = fc.record({
    kind: fc.constant('text' as const),
    field: fc.constant(name),
    operator: fc.constantFrom('contains' as const, 'starts-with' as const),
    value: texts,
  });
  return name === 'name' || name === 'code' ? fc.oneof(compare, isIn, text) : fc.oneof(compare, isIn);
});

export const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      conditions: fc.array(tie('tree'), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), condition: tie('tree') }),
  ),
})).tree;

export const order = fc.array(
  fc.record({ field, direction: fc.constantFrom('asc' as const, 'desc' as const) }),
  { maxLength: 2 },
);
