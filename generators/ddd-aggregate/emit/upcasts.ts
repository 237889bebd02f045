import { type Code, code, file, from, type Statement } from '@joinery/kit';
import { camel, kebab } from '../fields/names.ts';
import { type Aggregate, allEvents, type DomainEvent, type Model, schemaVersion } from '../model.ts';
import { blocks, lines } from './lines.ts';
import { standIn } from './stand-in.ts';

/** Write `<name>.upcasts.ts`, where events gained fields: from each older schema of an event to the next one. */
export function upcastsFile(aggregate: Aggregate, model: Model): readonly Statement[] {
  const grown = allEvents(aggregate).filter(isGrown);
  if (grown.length === 0) return [];
  return [file(`${upcastsModule(aggregate)}.ts`, blocks(grown.map((event) => upcasts(event, model))))];
}

export function isGrown({ fields }: DomainEvent): boolean {
  return schemaVersion(fields) > 1;
}

/** Inside the platform folder: it is about what is stored, and the platform may not reach behind the door of a context. */
export function upcastsModule({ name }: Aggregate): string {
  return `events/${kebab(name)}.upcasts`;
}

/** `orderCreatedUpcasts`. */
export function upcastsName(event: DomainEvent): string {
  return `${camel(event.name)}Upcasts`;
}

function upcasts(event: DomainEvent, model: Model): Code {
  const steps = Array.from({ length: schemaVersion(event.fields) - 1 }, (_, index) => index + 1);
  return code`/**
 * What \`${event.type}\` gained, by the schema it is brought from. Nobody knew of it when older events were stored:
 * correct what is filled in.
 */
export const ${upcastsName(event)} = {
${lines(steps.map((version) => step(version, event, model)))}
};`;
}

const DATA = from('EventData', '#host/events/upcasters', 'type');

/** What is stored wins: an event may hold the field although its schema does not say so. */
function step(version: number, { fields }: DomainEvent, model: Model): Code {
  const gained = fields.filter(({ since }) => since === version + 1);
  const filled = gained.map((field) => `${field.name}: ${standIn(field, model)}, `).join('');
  return code`  ${version}: (data: ${DATA}): ${DATA} => ({ ${filled}...data }),`;
}
