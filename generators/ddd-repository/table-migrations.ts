import { type Contributed, contribute, type DomainTable, type Statement } from '@joinery/kit';

type Type = DomainTable['columns'][number]['type'];

const SQLITE: Readonly<Record<Type, string>> = {
  text: "text not null default ''",
  time: "text not null default ''",
  integer: 'integer not null default 0',
  number: 'real not null default 0',
  boolean: 'integer not null default 0',
  list: "text not null default '[]'",
  object: "text not null default '{}'",
};

const POSTGRES: Readonly<Record<Type, string>> = {
  text: "text not null default ''",
  // Its text, as it was: a time zone and a precision of the database's own would change it.
  time: "text not null default ''",
  integer: 'bigint not null default 0',
  number: 'double precision not null default 0',
  boolean: 'boolean not null default false',
  list: "jsonb not null default '[]'",
  object: "jsonb not null default '{}'",
};

/**
 * One migration for each table and one for each column, so that a column that is added later is a file of its own and
 * none that was applied changes.
 */
export function tableMigrations(tables: readonly Contributed<'domain.tables'>[]): readonly Statement[] {
  return tables.flatMap(({ table, columns }) => {
    const create = `create table ${quoted(table)} (\n  id text primary key,\n  version integer not null\n);`;
    return [
      contribute('storage.migrations', {
        name: `1000_${table}`,
        sql: { sqlite: create, postgres: create.replace('id text', 'id text collate "C"') },
      }),
      ...columns.map(({ name, type, optional }) => {
        const add = (definition: string) =>
          `alter table ${quoted(table)} add column ${quoted(name)} ${optional === true ? definition.replace(/ not null.*/, '') : definition};`;
        return contribute('storage.migrations', {
          name: `1000_${table}_${name}`,
          sql: { sqlite: add(SQLITE[type]), postgres: add(POSTGRES[type]) },
        });
      }),
    ];
  });
}

function quoted(name: string): string {
  return `"${name}"`;
}
