import { Pool } from 'pg';
import { createStorage } from '#host/storage/create-storage';
import type { Storage } from '#host/storage/storage';
import { type ConnectionOptions, connectionOptions } from './postgres-connection.ts';
import { postgresDriver } from './postgres-driver.ts';

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

/** A transaction that waits for anything but the database holds locks meanwhile. */
const IDLE_IN_TRANSACTION_MS = 15_000;

/** The service's database in PostgreSQL. */
export function createPostgresStorage(options: PostgresStorageOptions): Storage {
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
  const connections = {
    pool: async () => pool,
    max: () => options.max,
    ...(options.listen ? { listen: async () => settings } : {}),
    close: () => pool.end(),
  };
  return createStorage(postgresDriver(connections, options.migrations));
}
