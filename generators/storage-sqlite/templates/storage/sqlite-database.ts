import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConstraintViolation, StorageUnavailable } from '#host/storage/errors';
import type { Row, SqlValue } from '#host/storage/storage';

/** What is used of `node:sqlite`; its own types are in @types/node 22 and later only. */
export interface SqliteDatabase {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

interface SqliteStatement {
  all(...values: readonly Bound[]): readonly Row[];
  run(...values: readonly Bound[]): { readonly changes: number | bigint };
}

type Bound = Exclude<SqlValue, boolean>;

interface SqliteModule {
  readonly DatabaseSync: new (path: string) => SqliteDatabase;
}

export interface SqliteOptions {
  /** The database's file, or `:memory:`. */
  readonly path: string;
  /** `full` survives the loss of power; `normal` may lose the last transactions then, but never tears one. */
  readonly synchronous: 'normal' | 'full';
}

/** How long SQLite itself waits for another process, in milliseconds; it blocks the event loop meanwhile. */
const BLOCKING_MS = 20;

/** Open the file, make its folder where it is missing, and set it up for one writer and many readers. */
export function openDatabase({ path, synchronous }: SqliteOptions): SqliteDatabase {
  const { DatabaseSync } = loadSqlite();
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  try {
    const database = new DatabaseSync(path);
    database.exec(`pragma busy_timeout = ${BLOCKING_MS}`);
    database.exec('pragma journal_mode = wal');
    database.exec(`pragma synchronous = ${synchronous}`);
    database.exec('pragma foreign_keys = on');
    return database;
  } catch (error) {
    throw translated(error);
  }
}

/** Bundlers and test runners older than `node:sqlite` cannot resolve an import of it. */
function loadSqlite(): SqliteModule {
  const builtin = (id: string): object | undefined => process.getBuiltinModule(id);
  const found = builtin('node:sqlite');
  if (found === undefined) throw new Error('The embedded database needs Node.js 22.13 or later.');
  return found as SqliteModule;
}

/** A statement that takes its values as `$1`, `$2` …, wherever and however often these stand. */
export interface Prepared {
  all(values: readonly SqlValue[]): readonly Row[];
  run(values: readonly SqlValue[]): number;
}

const CACHED_STATEMENTS = 256;

/** Prepares each statement once, as long as there are not too many different ones. */
export function createStatements(database: SqliteDatabase): (sql: string) => Prepared {
  const prepared = new Map<string, Prepared>();
  return (sql) => {
    const found = prepared.get(sql);
    if (found !== undefined) return found;
    if (prepared.size >= CACHED_STATEMENTS) prepared.clear();
    const statement = prepare(database, sql);
    prepared.set(sql, statement);
    return statement;
  };
}

/** Texts and names in quotes, or a placeholder. */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\d+)/g;

/** SQLite binds by name slowly, so placeholders become `?` and the values are put in their order. */
function prepare(database: SqliteDatabase, sql: string): Prepared {
  const order: number[] = [];
  const text = sql.replace(TOKEN, (token, digits: string | undefined) => {
    if (digits === undefined) return token;
    order.push(Number(digits) - 1);
    return '?';
  });
  const statement = database.prepare(text);
  const bound = (values: readonly SqlValue[]) =>
    order.map((index) => bindable(values[index] ?? null));
  return {
    all: (values) => statement.all(...bound(values)),
    run: (values) => Number(statement.run(...bound(values)).changes),
  };
}

function bindable(value: SqlValue): Bound {
  return typeof value === 'boolean' ? Number(value) : value;
}

const BUSY = 5;
const LOCKED = 6;
const CONSTRAINT = 19;
/** Out of space, not readable, cannot be opened and the like. */
const UNAVAILABLE: ReadonlySet<number> = new Set([BUSY, LOCKED, 8, 10, 13, 14]);

const CONSTRAINTS: Readonly<Record<number, ConstraintViolation['constraint']>> = {
  275: 'check',
  787: 'foreign-key',
  1299: 'not-null',
  1555: 'unique',
  2067: 'unique',
  2579: 'unique',
};

/** Whether another process writes just now. */
export function isBusy(error: unknown): boolean {
  const code = primaryCode(error);
  return code === BUSY || code === LOCKED;
}

/** The error in the storage's own words, where there are such. */
export function translated(error: unknown): unknown {
  const code = primaryCode(error);
  if (code === CONSTRAINT) {
    const { errcode } = error as { readonly errcode: number };
    return new ConstraintViolation(CONSTRAINTS[errcode] ?? 'check', error);
  }
  return code !== undefined && UNAVAILABLE.has(code)
    ? new StorageUnavailable(`SQLITE_${code}`, error)
    : error;
}

function primaryCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
