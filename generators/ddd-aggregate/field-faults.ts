import { type Field, itemOf, type NamedTypes, SCALARS } from './fields/field-type.ts';
import type { Options } from './options.ts';

/** What is wrong with a type that is none. */
export function unknownType(
  of: string,
  field: string,
  text: string,
  named: NamedTypes,
  entities: Options['entities'],
): string {
  const owner = entities[text.replace(/(?:\[\])?\??(?:@\d+)?$/, '')]?.of;
  if (owner !== undefined)
    return `\`${field}\` of \`${of}\` has the type \`${text}\`, an entity of \`${owner}\`: only \`${owner}\` itself and its events hold it`;
  const types = [
    ...SCALARS,
    'enum(a|b)',
    ...named.valueObjects,
    ...named.entities,
    ...named.aggregates.map((one) => `${one}Id`),
  ];
  return `\`${field}\` of \`${of}\` has the type \`${text}\`, which is none of ${types.join(', ')}, nor a list of one: \`text[]\``;
}

/** An empty list says already that there is nothing. */
export function optionalLists(name: string, fields: readonly Field[]): readonly string[] {
  return fields
    .filter(({ type, optional }) => type.kind === 'list' && optional)
    .map(
      (field) =>
        `\`${field.name}\` of \`${name}\` is a list, which is empty rather than null: leave the \`?\` away`,
    );
}

/** Value objects hold scalars and enums, so that their parts can be columns. */
export function nested(name: string, fields: readonly Field[]): readonly string[] {
  if (fields.length === 0) return [`\`${name}\` has no fields yet: \`--fields street:text\``];
  return fields.flatMap(({ name: field, type }) => {
    const is = `\`${field}\` of the value object \`${name}\` would be a`;
    if (type.kind === 'list') return [`${is} list: let an entity or an aggregate hold it`];
    return itemOf(type).kind === 'value-object' ? [`${is} value object itself`] : [];
  });
}

/** Only events have schemas, and only their own fields come with one. */
export function dated(name: string, fields: readonly Field[]): readonly string[] {
  return fields
    .filter(({ since }) => since !== undefined)
    .map(
      (field) =>
        `\`${field.name}\` of \`${name}\` says with which schema it came, which only fields of aggregates and events do`,
    );
}
