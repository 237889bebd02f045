import { code, contribute, from, type Statement } from '@joinery/kit';
import type { Types } from './emit/types.ts';
import { isGrown, upcastsModule, upcastsName } from './emit/upcasts.ts';
import { type Aggregate, allEvents, type DomainEvent, schemaVersion } from './model.ts';
import { columnsForMigration, tableName } from './table.ts';

/** What those must know who keep the aggregate: its table, and the events that can be read again. */
export function kept(aggregate: Aggregate, types: Types): readonly Statement[] {
  const table = tableName(aggregate.name);
  return [
    contribute('domain.tables', { name: table, table, columns: columnsForMigration(aggregate, types) }),
    ...allEvents(aggregate).map((event) => contribute('events.types', eventType(event, aggregate))),
  ];
}

function eventType(event: DomainEvent, aggregate: Aggregate) {
  const known = { name: event.type, schemaVersion: schemaVersion(event.fields) };
  if (!isGrown(event)) return known;
  return { ...known, upcast: code`${from(upcastsName(event), `#host/${upcastsModule(aggregate)}`)}` };
}
