import { contribute, type Statement } from '@joinery/kit';
import type { Types } from './emit/types.ts';
import { kebab } from './fields/names.ts';
import type { Aggregate } from './model.ts';
import { columnsForMigration, tableName } from './table.ts';

/** What those must know who keep the aggregate: its table, and the events that can be read again. */
export function kept(aggregate: Aggregate, types: Types): readonly Statement[] {
  const table = tableName(aggregate.name);
  const events = [`${kebab(aggregate.name)}.created`, ...aggregate.events.map(({ type }) => type)];
  return [
    contribute('domain.tables', { name: table, table, columns: columnsForMigration(aggregate, types) }),
    ...events.map((name) => contribute('events.types', { name, schemaVersion: 1 })),
  ];
}
