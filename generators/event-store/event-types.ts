import { type Code, type Contributed, code, from, join, literal } from '@joinery/kit';

/** Render `events/event-types.ts`: every type of events that the service can read. */
export function eventTypesFile(types: readonly Contributed<'events.types'>[]): Code {
  const lines = types.map(
    ({ name, schemaVersion, upcast }) =>
      code`  [${literal(name)}, { schemaVersion: ${schemaVersion}${upcast === undefined ? '' : code`, upcast: ${upcast}`} }],\n`,
  );
  return code`/** Every type of events that can be read. Those of your own, and upcasters, belong into \`own-event-types.ts\`. */
export const eventTypes: ${from('EventTypes', '#host/events/upcasters', 'type')} = new Map<string, ${from('EventType', '#host/events/upcasters', 'type')}>([
${join(lines, '')}  ...Object.entries(${from('ownEventTypes', '#host/events/own-event-types')}),
]);
`;
}
