import type { Field, FieldType } from '../fields/field-type.ts';
import type { Model } from '../model.ts';
import { moneyFields } from './money.ts';

const SCALARS = {
  text: "'unknown'",
  integer: '0',
  number: '0',
  boolean: 'false',
  time: "'1970-01-01T00:00:00.000Z'",
};

/** What stands for a field that nobody knew of, as JSON; valid for what reads it, and for people to correct. */
export function standIn({ type, optional }: Field, model: Model): string {
  return optional ? 'null' : standInOf(type, model);
}

function standInOf(type: FieldType, model: Model): string {
  if (type.kind === 'list') return '[]';
  if (type.kind === 'scalar') return SCALARS[type.scalar];
  if (type.kind === 'enum') return `'${type.values[0] ?? ''}'`;
  if (type.kind === 'reference') return SCALARS.text;
  if (type.kind === 'entity') {
    const all = model.aggregates.flatMap(({ entities }) => entities);
    return objectOf(all.find(({ name }) => name === type.name)?.fields ?? [], model, `id: ${SCALARS.text}`);
  }
  const parts = model.valueObjects.find(({ name }) => name === type.name)?.fields ?? moneyFields;
  return objectOf(parts, model);
}

function objectOf(fields: readonly Field[], model: Model, ...first: readonly string[]): string {
  return `{ ${[...first, ...fields.map((part) => `${part.name}: ${standIn(part, model)}`)].join(', ')} }`;
}
