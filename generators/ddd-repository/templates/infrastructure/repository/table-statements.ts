import type { SqlValue } from '#host/storage/storage';
import type { Direction } from '#source/domain/kernel/condition';
import { fieldValue } from '#source/domain/kernel/specification';
import { columnName, columnTypes, type Dialect, scalarType } from './condition-sql.ts';
import type { Table } from './table.ts';

/** The statements for one table. Names come from the code, values never do. */
export interface TableStatements {
  readonly name: string;
  /** Values of the state, then id and version. */
  readonly insert: string;
  /** Values of the state, then id, version and the version that must be there. */
  readonly update: string;
  /** Id and the version that must be there. */
  readonly remove: string;
  select(condition: string): string;
  order(field: string, direction: Direction, dialect: Dialect): string;
  values(state: object): readonly SqlValue[];
}

export function tableStatements({
  name,
  columns,
}: Pick<Table<never, object>, 'name' | 'columns'>): TableStatements {
  const fields = Object.keys(columns);
  const types = columnTypes(columns);
  const table = columnName(name);
  const names = fields.map(columnName);
  const places = fields.map((_, index) => `$${index + 1}`);
  const [id, version, original] = [1, 2, 3].map((more) => `$${fields.length + more}`);
  const assigned = [
    ...names.map((each, index) => `${each} = ${places[index]}`),
    `"version" = ${version}`,
  ];
  return {
    name: table,
    insert: `insert into ${table} (${[...names, '"id"', '"version"'].join(', ')}) values (${[...places, id, version].join(', ')})`,
    update: `update ${table} set ${assigned.join(', ')} where "id" = ${id} and "version" = ${original}`,
    remove: `delete from ${table} where "id" = $1 and "version" = $2`,
    select: (condition) =>
      `select ${['"id"', '"version"', ...names].join(', ')} from ${table} where ${condition}`,
    order: (field, direction, dialect) => {
      const isText = scalarType(field, types) === 'text';
      const collate = isText && dialect === 'postgres' ? ' collate "C"' : '';
      return `${columnName(field)}${collate} ${direction} nulls ${direction === 'asc' ? 'first' : 'last'}`;
    },
    values: (state) =>
      fields.map((field) =>
        types.get(field) === 'json' ? jsonOf(state, field) : fieldValue(state, field),
      ),
  };
}

function jsonOf(state: object, field: string): string | null {
  const value: unknown = Reflect.get(state, field);
  return value === null || value === undefined ? null : JSON.stringify(value);
}
