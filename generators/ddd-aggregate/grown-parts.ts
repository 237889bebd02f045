import { type NoteStatement, note } from '@joinery/kit';
import type { Field } from './fields/field-type.ts';
import type { Model } from './model.ts';
import type { readModel } from './read-model.ts';

type Read = ReturnType<typeof readModel>;

/** What to know of entities and values that gained a part: those stored before, in lists and events, lack it. */
export function grownParts(before: Read, after: Read): readonly NoteStatement[] {
  if ('faults' in before || 'faults' in after) return [];
  const old = new Map(parts(before).map(({ name, fields }) => [name, fields]));
  return parts(after).flatMap(({ name, fields, isEntity }) => {
    const known = old.get(name);
    if (known === undefined) return [];
    const gained = fields.filter((one) => !known.some((other) => other.name === one.name));
    // An entity reads what is absent as null.
    const lacking = gained.filter(({ optional }) => !(isEntity && optional));
    return lacking.length === 0 ? [] : [note(said(name, lacking, isEntity))];
  });
}

interface Part {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly isEntity: boolean;
}

function parts({ aggregates, valueObjects }: Model): readonly Part[] {
  const entities = aggregates.flatMap((one) => one.entities);
  return [
    ...entities.map((one) => ({ ...one, isEntity: true })),
    ...valueObjects.map((one) => ({ ...one, isEntity: false })),
  ];
}

function said(name: string, fields: readonly Field[], isEntity: boolean): string {
  const names = fields.map((field) => `\`${field.name}\``).join(', ');
  const orNull = isEntity ? ', or let it be null' : '';
  return `Each \`${name}\` that was stored before in a list or an event lacks ${names}. Where there may be any, say in \`${name}.of\` what it is then${orNull}.`;
}
