import { type Code, code, from, join, type Statement, sourceFile } from '@joinery/kit';
import type { Column, Types } from './emit/types.ts';
import { camel, kebab, pascal, plural } from './fields/names.ts';
import type { Aggregate } from './model.ts';

interface FlatColumn extends Column {
  readonly field: string;
  readonly isParted: boolean;
  /** In a row as it is read. */
  readonly read: Code;
}

/** How the aggregate is kept in a table, for `ddd-repository`: a column for each field, and for each part of a value object. */
export function tableFile(aggregate: Aggregate, types: Types): Statement {
  const { name, folder } = aggregate;
  const columns = columnsOf(aggregate, types);
  const here = `#source/${folder}/${kebab(name)}`;
  const table = from('Table', '#source/infrastructure/repository/table', 'type');
  const content = code`/** A row of the table: fields of values are columns of their own. */
export interface ${name}Row {
${line(columns, (one) => code`  readonly ${one.name}: ${one.read}${one.optional ? ' | null' : ''};`)}
}

export const ${camel(name)}Table: ${table}<${from(name, here)}, ${name}Row> = {
  name: '${tableName(name)}',
  kind: '${name}',
  columns: {
${line(columns, (one) => code`    ${one.name}: '${isJson(one) ? 'json' : one.type}',`)}
  },
  stateOf: ({ state }) => {
    const data = ${from(`${camel(name)}Data`, `${here}.state`)}(state);
    return {
${line(columns, (one) => code`      ${one.name}: ${readColumn(one)},`)}
    };
  },
  restore: (id, version, row) => {
    const data = {
${fieldsFromRow(columns)}
    } as ${from(`${name}Data`, `${here}.state`, 'type')};
    return ${name}.fromState(${from('identifier', '#source/domain/kernel/identifier')}(id), version, ${from(`${camel(name)}State`, `${here}.state`)}(data));
  },
};
`;
  return sourceFile(
    `${folder.replace(/(^|\/)domain\//, '$1infrastructure/')}/${kebab(name)}.table.ts`,
    content,
  );
}

/** What the storage is told to make. */
export function columnsForMigration(aggregate: Aggregate, types: Types) {
  return columnsOf(aggregate, types).map(({ name, type, optional }) => ({
    name: kebab(name).replace(/-/g, '_'),
    type,
    ...(optional ? { optional } : {}),
  }));
}

export function tableName(name: string): string {
  return plural(name).replace(/ /g, '_');
}

function columnsOf({ fields }: Aggregate, types: Types): readonly FlatColumn[] {
  return fields.flatMap((field) =>
    types.columns(field).map((column) => ({
      ...column,
      field: field.name,
      isParted: column.part !== undefined,
      read: isJson(column) ? types.data({ ...field, optional: false }) : code`${primitive(column)}`,
    })),
  );
}

function readColumn({ field, part, optional }: FlatColumn): string {
  if (part === undefined) return `data.${field}`;
  return optional ? `data.${field}?.${part} ?? null` : `data.${field}.${part}`;
}

function fieldsFromRow(columns: readonly FlatColumn[]): Code {
  const fields = [...new Set(columns.map(({ field }) => field))];
  return join(
    fields.map((field) => {
      const own = columns.filter((one) => one.field === field);
      if (!own.some(({ isParted }) => isParted)) return code`      ${field}: row.${field},`;
      const parts = own.map(({ part = '', name }) => `${part}: row.${name}`).join(', ');
      const first = `row.${field}${pascal(own[0]?.part ?? '')}`;
      return own.every(({ optional }) => optional)
        ? code`      ${field}: ${first} === null ? null : { ${parts} },`
        : code`      ${field}: { ${parts} },`;
    }),
    '\n',
  );
}

/** Lists and entities are kept whole. */
function isJson({ type }: Column): boolean {
  return type === 'list' || type === 'object';
}

function primitive({ type }: Column): string {
  return type === 'integer' || type === 'number' ? 'number' : type === 'boolean' ? 'boolean' : 'string';
}

function line(columns: readonly FlatColumn[], write: (column: FlatColumn) => Code): Code {
  return join(columns.map(write), '\n');
}
