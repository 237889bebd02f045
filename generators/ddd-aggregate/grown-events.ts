import { type NoteStatement, note } from '@joinery/kit';
import { moneyFields } from './emit/money.ts';
import type { Field, FieldType } from './fields/field-type.ts';
import { kebab } from './fields/names.ts';
import type { Aggregate, Model } from './model.ts';
import type { readModel } from './read-model.ts';

type Read = ReturnType<typeof readModel>;
type EventFields = readonly (readonly [type: string, fields: readonly Field[]])[];

/** What to do about events that gained fields: those stored before lack them. */
export function grownEvents(before: Read, after: Read): readonly NoteStatement[] {
  if ('faults' in before || 'faults' in after) return [];
  const old = new Map(before.aggregates.flatMap(eventFields));
  return after.aggregates.flatMap((aggregate) =>
    eventFields(aggregate).flatMap(([type, fields]) => {
      const known = old.get(type);
      const gained = known === undefined ? [] : fields.filter((one) => !known.some(isNamedAs(one)));
      return gained.length === 0 ? [] : [noteOn(type, gained, aggregate, after)];
    }),
  );
}

function eventFields({ name, fields, events }: Aggregate): EventFields {
  return [[`${kebab(name)}.created`, fields], ...events.map((event) => [event.type, event.fields] as const)];
}

function isNamedAs({ name }: Field): (other: Field) => boolean {
  return (other) => other.name === name;
}

function noteOn(type: string, gained: readonly Field[], { folder, name }: Aggregate, model: Model) {
  const names = gained.map((field) => `\`${field.name}\``).join(', ');
  const filled = gained.map((field) => `${field.name}: ${standIn(field, model)}`).join(', ');
  return note(
    `Events \`${type}\` that were stored before lack ${names}. Where there may be any, let \`${folder}/${kebab(name)}.ts\` write ` +
      '`schemaVersion: 2` (one more than until now), and add to `events/own-event-types.ts`: ' +
      `\`'${type}': { schemaVersion: 2, upcast: { 1: (data) => ({ ...data, ${filled} }) } },\``,
  );
}

const STAND_INS = {
  text: "'unknown'",
  integer: '0',
  number: '0',
  boolean: 'false',
  time: "'1970-01-01T00:00:00.000Z'",
};

/** What is written for a field that nobody knew of, as JSON; valid for what reads it, and for people to correct. */
function standIn({ type, optional }: Pick<Field, 'type' | 'optional'>, model: Model): string {
  return optional ? 'null' : standInOf(type, model);
}

function standInOf(type: FieldType, model: Model): string {
  if (type.kind === 'scalar') return STAND_INS[type.scalar];
  if (type.kind === 'enum') return `'${type.values[0] ?? ''}'`;
  if (type.kind === 'reference') return STAND_INS.text;
  const parts = model.valueObjects.find(({ name }) => name === type.name)?.fields ?? moneyFields;
  return `{ ${parts.map((part) => `${part.name}: ${standIn(part, model)}`).join(', ')} }`;
}
