import { Pool, type PoolClient } from 'pg';
import { createStorage, type Driver } from '#host/storage/create-storage';
import { StorageUnavailable } from '#host/storage/errors';
import { readMigrations } from '#host/storage/migrations';
import type { Storage } from '#host/storage/storage';
import { migratePostgres } from './migrate-postgres.ts';
import { announcementsOver } from './postgres-announcements.ts';
import { type ConnectionOptions, connectionOptions } from './postgres-connection.ts';
import { sqlOver, translated } from './postgres-sql.ts';

export interface PostgresStorageOptions extends ConnectionOptions {
  /** Connections at most. The database's own limit is for all processes together. */
  readonly max: number;
  /** Milliseconds that a statement may take. */
  readonly statementTimeoutMs: number;
  /** Milliseconds to wait for a free connection; then the work fails instead of hanging. */
  readonly connectTimeoutMs: number;
  /**
   * Whether to tell other processes what is announced, and to hear what they announce, over one more connection. Not
   * through a pooler that gives a connection for a transaction only.
   */
  readonly listen: boolean;
  /** The folder of `.sql` files; none are applied without it. */
  readonly migrations?: string;
}

/** The service's database in PostgreSQL. */
export function createPostgresStorage(options: PostgresStorageOptions): Storage {
  return createStorage(createPostgresDriver(options));
}

/** A transaction that waits for anything but the database holds locks meanwhile. */
const IDLE_IN_TRANSACTION_MS = 15_000;

function createPostgresDriver(options: PostgresStorageOptions): Driver {
  const settings = {
    ...connectionOptions(options),
    connectionTimeoutMillis: options.connectTimeoutMs,
  };
  const pool = new Pool({
    ...settings,
    max: options.max,
    statement_timeout: options.statementTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  });
  // An idle connection that is lost is replaced at the next use; without a listener the process would end.
  pool.on('error', () => undefined);

  async function connect(): Promise<PoolClient> {
    try {
      return await pool.connect();
    } catch (error) {
      throw translated(error, 'CONNECT');
    }
  }

  return {
    dialect: 'postgres',
    single: sqlOver((query) => pool.query(query)),
    open: async () => {
      const { migrations } = options;
      const files = migrations === undefined ? [] : await readMigrations(migrations);
      const client = await connect();
      try {
        await migratePostgres(client, files);
      } finally {
        client.release(true);
      }
    },
    begin: async () => {
      const client = await connect();
      // A connection that is lost in a transaction reports it twice; its statements fail anyway.
      client.on('error', ignore);
      const sql = sqlOver((query) => client.query(query));
      const release = (broken: boolean): void => {
        client.off('error', ignore);
        client.release(broken);
      };
      try {
        await sql.execute('begin');
      } catch (error) {
        release(true);
        throw error;
      }
      return { ...sql, release };
    },
    ...(options.listen ? { announcing: announcementsOver(settings) } : {}),
    connections: () => ({
      used: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      max: options.max,
    }),
    close: async () => {
      await pool.end().catch((error: unknown) => {
        throw new StorageUnavailable('CLOSE', error);
      });
    },
  };
}

function ignore(): void {}
