import { nameFaults } from './check-names.ts';
import { dated, nested, optionalLists, unknownType } from './field-faults.ts';
import { type Field, type ItemType, itemOf, type NamedTypes } from './fields/field-type.ts';
import { camel, isMember, kebab } from './fields/names.ts';
import { readField } from './fields/read-field.ts';
import { type Aggregate, type Command, type DomainEvent, MONEY, type Model } from './model.ts';
import type { FieldTexts, Options } from './options.ts';

/** Make of the options what is to be written, or say everything that is wrong with them. */
export function readModel(options: Options): Model | { readonly faults: readonly string[] } {
  const faults = [...nameFaults(options)];
  const own = Object.keys(options.valueObjects);
  const valueObjectNames = own.includes(MONEY) ? own : [...own, MONEY];
  const readFields =
    (entities: readonly string[]): ReadFields =>
    (texts, of) => {
      const named = { valueObjects: valueObjectNames, aggregates: Object.keys(options.aggregates), entities };
      const fields = fieldsOf(texts, of, named, options, faults);
      faults.push(...optionalLists(of, fields));
      return fields;
    };
  const plain = readFields([]);
  faults.push(...ownerFaults(options));
  const valueObjects = Object.entries(options.valueObjects).map(([name, entry]) => {
    const parts = plain(entry.fields, name);
    faults.push(...nested(name, parts), ...dated(name, parts));
    return { name, fields: parts };
  });
  const aggregates = Object.entries(options.aggregates).map(([name, entry]): Aggregate => {
    const entities = belonging(options.entities, name);
    const fields = readFields(entities.map(([entity]) => entity));
    const events = eventsOf(name, options, fields);
    return {
      name,
      folder: `${entry.context === undefined ? 'domain' : `contexts/${entry.context}/domain`}/${kebab(name)}`,
      fields: fields(entry.fields, name),
      entities: entities.map(([entity, { fields: texts }]) => ({
        name: entity,
        fields: plain(texts, entity),
      })),
      events,
      commands: commandsOf(name, options, events),
    };
  });
  faults.push(...aggregates.flatMap(memberFaults));
  faults.push(
    ...aggregates.flatMap(({ entities }) =>
      entities.flatMap(({ name, fields: parts }) => dated(name, parts)),
    ),
  );
  if (faults.length > 0) return { faults };
  const all = [...aggregates, ...aggregates.flatMap(({ entities, events }) => [...entities, ...events])];
  const usesMoney = all.some((one) => one.fields.some((field) => isMoney(itemOf(field.type))));
  return { aggregates, valueObjects, usesMoney: usesMoney && !own.includes(MONEY) };
}

function fieldsOf(
  texts: FieldTexts | undefined,
  of: string,
  named: NamedTypes,
  { entities }: Options,
  faults: string[],
): readonly Field[] {
  return Object.entries(texts ?? {}).flatMap(([name, given]) => {
    const text = String(given);
    const field = readField(name, text, named);
    if (field === undefined) faults.push(unknownType(of, name, text, named, entities));
    return field === undefined ? [] : [field];
  });
}

function isMoney(type: ItemType): boolean {
  return 'name' in type && type.name === MONEY;
}

/** An aggregate has a state, and its commands have names of their own. */
function memberFaults({ name, fields, commands }: Aggregate): readonly string[] {
  const taken = [...fields.map((field) => field.name), 'create', 'fromEvents', 'fromState'];
  return [
    ...(fields.length === 0 ? [`\`${name}\` has no fields yet: \`--fields total:Money\``] : []),
    ...commands
      .filter(({ method }) => taken.includes(method) || isMember(method))
      .map(
        (command) =>
          `\`${command.name}\` would be the method \`${command.method}\`, which \`${name}\` has already`,
      ),
  ];
}

type ReadFields = (texts: FieldTexts | undefined, of: string) => readonly Field[];

function eventsOf(aggregate: string, options: Options, fields: ReadFields): readonly DomainEvent[] {
  return belonging(options.events, aggregate).map(([name, entry]) => ({
    name,
    type: `${kebab(aggregate)}.${kebab(name.startsWith(aggregate) ? name.slice(aggregate.length) : name)}`,
    fields: fields(entry.fields, name),
  }));
}

function commandsOf(aggregate: string, options: Options, events: readonly DomainEvent[]): readonly Command[] {
  return belonging(options.commands, aggregate).flatMap(([name, { raises }]) => {
    const event = events.find((one) => one.name === raises);
    const method = camel(name.endsWith(aggregate) ? name.slice(0, -aggregate.length) : name);
    return event === undefined ? [] : [{ name, method, raises: event }];
  });
}

function belonging<Entry extends { readonly of?: string }>(
  entries: Readonly<Record<string, Entry>>,
  aggregate: string,
): readonly (readonly [string, Entry])[] {
  return Object.entries(entries)
    .filter(([, { of }]) => of === aggregate)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function ownerFaults({ aggregates, entities, events, commands }: Options): readonly string[] {
  const known = Object.keys(aggregates);
  const owned = Object.entries({ ...entities, ...events, ...commands });
  return [
    ...owned
      .filter(([, { of }]) => of === undefined || !known.includes(of))
      .map(([name, { of }]) => unknownOwner(name, of, known)),
    ...Object.entries(commands)
      .filter(([, { of, raises }]) => raises === undefined || events[raises]?.of !== of)
      .map(([name, { of, raises }]) =>
        raises === undefined
          ? `\`${name}\` does not say which event it raises: \`--raises ${of ?? 'Order'}Paid\``
          : `\`${name}\` raises \`${raises}\`, which is no event of \`${of}\``,
      ),
    ...Object.entries(aggregates).flatMap(([name, { context }]) =>
      context === undefined || /^[a-z][a-z\d-]*$/.test(context)
        ? []
        : [`\`${context}\`, the context of \`${name}\`, is written in lower case, with hyphens`],
    ),
  ];
}

function unknownOwner(name: string, of: string | undefined, known: readonly string[]): string {
  const have = known.length === 0 ? 'There is none yet' : `There are ${known.join(', ')}`;
  return of === undefined
    ? `\`${name}\` does not say which aggregate it belongs to: \`--of ${known[0] ?? 'Order'}\``
    : `\`${name}\` belongs to \`${of}\`, which is no aggregate here. ${have}`;
}
