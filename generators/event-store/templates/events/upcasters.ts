import type { DomainEvent } from '#source/domain/kernel/domain-event';
import { UnknownEventError } from './event-store.ts';

/** What the service knows of a type of events. */
export interface EventType {
  /** The schema that the code reads and writes now. */
  readonly schemaVersion: number;
  /** From an older schema to the next one: `{ 1: (data) => ({ ...data, currency: 'EUR' }) }`. */
  readonly upcast?: Readonly<Record<number, (data: EventData) => EventData>>;
}

export type EventData = Readonly<Record<string, unknown>>;
export type EventTypes = ReadonlyMap<string, EventType>;

/** Bring an event that was read to the schema that the code knows. Throws UnknownEventError. */
export function upcasted<Event extends DomainEvent>(event: Event, types: EventTypes): Event {
  const known = knownType(event, types);
  let data: unknown = event.data;
  for (let version = event.schemaVersion; version < known.schemaVersion; version += 1) {
    const upcast = known.upcast?.[version];
    if (upcast === undefined) {
      throw new UnknownEventError(
        event.type,
        event.schemaVersion,
        `has no upcaster from ${version}`,
      );
    }
    data = upcast(data as EventData);
  }
  return event.schemaVersion === known.schemaVersion
    ? event
    : { ...event, data, schemaVersion: known.schemaVersion };
}

/** Throws UnknownEventError for events that could not be read again. */
export function requireKnown(events: readonly DomainEvent[], types: EventTypes): void {
  for (const event of events) {
    const { schemaVersion } = knownType(event, types);
    if (schemaVersion !== event.schemaVersion) {
      throw new UnknownEventError(
        event.type,
        event.schemaVersion,
        `is written in schema ${schemaVersion} now`,
      );
    }
  }
}

function knownType({ type, schemaVersion }: DomainEvent, types: EventTypes): EventType {
  const known = types.get(type);
  if (known === undefined) throw new UnknownEventError(type, schemaVersion, 'is of no known type');
  if (schemaVersion > known.schemaVersion) {
    throw new UnknownEventError(type, schemaVersion, `is newer than schema ${known.schemaVersion}`);
  }
  return known;
}
