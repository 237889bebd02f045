import { ConstraintViolation } from '#host/storage/errors';
import type { Row, SqlValue, Storage } from '#host/storage/storage';
import type { Condition } from '#source/domain/kernel/condition';
import { NotFoundError } from '#source/domain/kernel/domain-error';
import { afterCursor, pageOf, pageSize, sortingOf } from '#source/domain/kernel/paging';
import {
  ConcurrencyConflict,
  type FindHow,
  type Page,
  type QueryRepository,
} from '#source/domain/kernel/repository';
import { fieldValue, type Specification } from '#source/domain/kernel/specification';
import { columnName, compileCondition } from './condition-sql.ts';
import type { ColumnType, RecordEvents, Stored, Table } from './table.ts';
import { tableStatements } from './table-statements.ts';

/** Keep aggregates in a table. What `record` does with their events is part of the same transaction. */
export function createSqlRepository<Aggregate extends Stored, State extends object>(
  storage: Storage,
  table: Table<Aggregate, State>,
  record: RecordEvents = async () => undefined,
): QueryRepository<Aggregate, State> {
  const { columns, kind } = table;
  const sql = tableStatements(table);
  const compiled = (condition: Condition) => compileCondition(condition, columns, storage.dialect);

  async function found(text: string, values: readonly SqlValue[]): Promise<readonly Aggregate[]> {
    const rows = await storage.query(text, values);
    return rows.map((row) => aggregateOf(row, table));
  }

  async function find(id: string): Promise<Aggregate | undefined> {
    return (await found(sql.select('"id" = $1'), [id]))[0];
  }

  return {
    find,
    get: async (id) => {
      const aggregate = await find(id);
      if (aggregate !== undefined) return aggregate;
      throw new NotFoundError('not-found', `There is no ${kind} ${id}.`);
    },
    save: async (aggregate) => {
      if (aggregate.uncommitted.length === 0 && aggregate.version === aggregate.originalVersion)
        return;
      await storage.transaction(async () => {
        if (!(await write(aggregate, storage, table)))
          throw new ConcurrencyConflict(kind, aggregate.id);
        await record(aggregate.uncommitted);
      });
      aggregate.markCommitted();
    },
    remove: async ({ id, originalVersion }) => {
      const removed = await storage.execute(sql.remove, [id, originalVersion]);
      if (removed === 0) throw new ConcurrencyConflict(kind, id);
    },
    findBy: (specification, how = {}) => findPage(storage, table, specification, how),
    countBy: async ({ condition }) => {
      const { text, values } = compiled(condition);
      const [row] = await storage.query(
        `select count(*) as n from ${sql.name} where ${text}`,
        values,
      );
      const { n = 0 } = row ?? {};
      return Number(n);
    },
    existsBy: async ({ condition }) => {
      const { text, values } = compiled(condition);
      const query = `select 1 as found from ${sql.name} where ${text} limit 1`;
      return (await storage.query(query, values)).length > 0;
    },
  };
}

/** Write the aggregate over the version that was loaded; whether that was still there. */
async function write<Aggregate extends Stored, State extends object>(
  aggregate: Aggregate,
  storage: Storage,
  table: Table<Aggregate, State>,
): Promise<boolean> {
  const { id, version, originalVersion } = aggregate;
  const sql = tableStatements(table);
  const state = sql.values(table.stateOf(aggregate));
  if (originalVersion > 0) {
    return (await storage.execute(sql.update, [...state, id, version, originalVersion])) === 1;
  }
  try {
    // In a transaction of its own: a row that is there already must not break the surrounding one.
    await storage.transaction(() => storage.execute(sql.insert, [...state, id, version]));
    return true;
  } catch (error) {
    if (error instanceof ConstraintViolation && error.constraint === 'unique') return false;
    throw error;
  }
}

async function findPage<Aggregate extends Stored, State extends object>(
  storage: Storage,
  table: Table<Aggregate, State>,
  { condition }: Specification<State>,
  { order, size, after }: FindHow<State>,
): Promise<Page<Aggregate>> {
  const { dialect } = storage;
  const sql = tableStatements(table);
  const sorting = sortingOf(order);
  const wanted = pageSize(size);
  const start = after === undefined ? [] : [afterCursor(sorting, after)];
  const conditions: Condition = { kind: 'and', conditions: [condition, ...start] };
  const { text, values } = compileCondition(conditions, table.columns, dialect);
  const orderBy = sorting.map(({ field, direction }) => sql.order(field, direction, dialect));
  const query = `${sql.select(text)} order by ${orderBy.join(', ')} limit ${wanted + 1}`;
  const items = (await storage.query(query, values)).map((row) => aggregateOf(row, table));
  return pageOf(items, wanted, sorting, (item, name) =>
    name === 'id' ? item.id : fieldValue(table.stateOf(item), name),
  );
}

function aggregateOf<Aggregate extends Stored, State extends object>(
  row: Row,
  { columns, restore }: Table<Aggregate, State>,
): Aggregate {
  const { id, version } = row;
  const entries = Object.entries<ColumnType>(columns).map(([field, type]) => {
    return [field, fieldOf(row[columnName(field).slice(1, -1)] ?? null, type)] as const;
  });
  const state: unknown = Object.fromEntries(entries);
  return restore(String(id), Number(version), state as State);
}

/** A field as it was saved. SQLite has no booleans, and JSON is text to the storage. */
function fieldOf(value: SqlValue, type: ColumnType): unknown {
  if (value === null) return null;
  if (type === 'json') return JSON.parse(String(value));
  return type === 'boolean' ? Boolean(value) : value;
}
