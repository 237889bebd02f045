import { createStorage, type Driver } from '#host/storage/create-storage';
import { StorageUnavailable } from '#host/storage/errors';
import { readMigrations } from '#host/storage/migrations';
import type { Row, Sql, SqlValue, Storage } from '#host/storage/storage';
import { migrateSqlite } from './migrate-sqlite.ts';
import {
  createStatements,
  isBusy,
  openDatabase,
  type SqliteDatabase,
  type SqliteOptions,
  translated,
} from './sqlite-database.ts';
import { createTurns } from './turns.ts';

export interface SqliteStorageOptions extends SqliteOptions {
  /** The folder of `.sql` files; none are applied without it. */
  readonly migrations?: string;
  /** How long to wait while another process writes, in milliseconds; 5,000 unless told. */
  readonly busyTimeoutMs?: number;
}

/** The service's database in a file, or in memory. */
export function createSqliteStorage(options: SqliteStorageOptions): Storage {
  return createStorage(createSqliteDriver(options));
}

const RETRY_MS = 5;

function createSqliteDriver(options: SqliteStorageOptions): Driver {
  const { busyTimeoutMs = 5_000 } = options;
  const turns = createTurns();
  let database: SqliteDatabase | undefined;
  let sql: ReturnType<typeof createStatements> | undefined;

  /** SQLite answers at once or says that it is busy; waiting is done here, with the event loop running. */
  async function patiently<T>(
    run: (statement: ReturnType<typeof createStatements>) => T,
  ): Promise<T> {
    const start = Date.now();
    for (;;) {
      if (sql === undefined) throw new StorageUnavailable('CLOSED');
      try {
        return run(sql);
      } catch (error) {
        if (!isBusy(error) || Date.now() - start >= busyTimeoutMs) throw translated(error);
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  const all = (text: string, values: readonly SqlValue[] = []): Promise<readonly Row[]> =>
    patiently((statement) => Array.from(statement(text).all(values), plain));
  const run = (text: string, values: readonly SqlValue[] = []): Promise<number> =>
    patiently((statement) => statement(text).run(values));

  const single: Sql = {
    query: (text, values) => turns.take(() => all(text, values)),
    execute: (text, values) => turns.take(() => run(text, values)),
  };

  return {
    dialect: 'sqlite',
    single,
    open: async () => {
      const { migrations } = options;
      const files = migrations === undefined ? [] : await readMigrations(migrations);
      const opened = openDatabase(options);
      try {
        migrateSqlite(opened, files);
      } catch (error) {
        opened.close();
        throw error;
      }
      database = opened;
      sql = createStatements(opened);
    },
    begin: async () => {
      const release = await turns.next();
      try {
        await run('begin immediate');
      } catch (error) {
        release();
        throw error;
      }
      return { query: all, execute: run, release };
    },
    connections: () => {
      const used = turns.taken ? 1 : 0;
      return { used, idle: 1 - used, waiting: turns.waiting, max: 1 };
    },
    close: () =>
      turns.take(async () => {
        sql = undefined;
        database?.close();
        database = undefined;
      }),
  };
}

/** SQLite's own rows have no prototype, which surprises whoever compares them. */
function plain(row: Row): Row {
  return { ...row };
}
