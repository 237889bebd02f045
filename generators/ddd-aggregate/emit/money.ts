import type { Field } from '../fields/field-type.ts';

/** What the amount of money that comes with this feature consists of. */
export const moneyFields: readonly Field[] = [
  { name: 'amount', type: { kind: 'scalar', scalar: 'integer' }, optional: false },
  { name: 'currency', type: { kind: 'enum', values: ['EUR'] }, optional: false },
];
