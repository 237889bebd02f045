import { type NoteStatement, note } from '@joinery/kit';
import { upcastsModule } from './emit/upcasts.ts';
import type { Field } from './fields/field-type.ts';
import { type Aggregate, allEvents, type DomainEvent, schemaVersion } from './model.ts';
import type { readModel } from './read-model.ts';

type Read = ReturnType<typeof readModel>;

/** What to know of events that gained fields: those stored before lack them. */
export function grownEvents(before: Read, after: Read): readonly NoteStatement[] {
  if ('faults' in before || 'faults' in after) return [];
  const old = new Map(before.aggregates.flatMap((one) => allEvents(one).map((event) => [event.type, event])));
  return after.aggregates.flatMap((aggregate) =>
    allEvents(aggregate).flatMap((event) => {
      const known = old.get(event.type);
      return known === undefined ? [] : notesOn(known, event, aggregate);
    }),
  );
}

function notesOn(before: DomainEvent, after: DomainEvent, aggregate: Aggregate): readonly NoteStatement[] {
  const old = schemaVersion(before.fields);
  const now = schemaVersion(after.fields);
  const gained = after.fields.filter((one) => !before.fields.some(({ name }) => name === one.name));
  const silent = gained.filter(({ since = 1 }) => since <= old);
  return [
    ...(silent.length === 0 ? [] : [note(lacking(after, silent, now === old ? old + 1 : now))]),
    ...(now > old ? [note(filledIn(after, now, aggregate))] : []),
    ...(now < old ? [note(fallen(after, now, old))] : []),
  ];
}

function lacking({ type }: DomainEvent, fields: readonly Field[], schema: number): string {
  const names = fields.map(({ name }) => `\`${name}\``).join(', ');
  const [{ name = '' } = {}] = fields;
  return (
    `Events \`${type}\` that were stored before lack ${names}. Where there may be any, say behind the type that it came with ` +
    `schema ${schema} (\`"${name}": "…@${schema}"\` in joinery.json, or generate it again so), and an upcaster fills it in.`
  );
}

function filledIn({ type }: DomainEvent, now: number, aggregate: Aggregate): string {
  return `Events \`${type}\` are written in schema ${now} now. Correct what \`${upcastsModule(aggregate)}.ts\` fills into those stored before.`;
}

function fallen({ type }: DomainEvent, now: number, old: number): string {
  return `Events \`${type}\` would be written in schema ${now} again, and those stored in schema ${old} could not be read. Keep a field that came with it.`;
}
