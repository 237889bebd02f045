import type { ClientConfig, Pool, PoolClient } from 'pg';
import type { Driver } from '#host/storage/create-storage';
import { StorageUnavailable } from '#host/storage/errors';
import { readMigrations } from '#host/storage/migrations';
import type { Connection } from '#host/storage/unit-of-work';
import { migratePostgres } from './migrate-postgres.ts';
import { announcementsOver } from './postgres-announcements.ts';
import { sqlOver, translated } from './postgres-sql.ts';

/** Where connections come from. */
export interface Connections {
  /** The pool; asked for at the first use. */
  pool(): Promise<Pool>;
  /** Connections at most, once the pool is there. */
  readonly max: (pool: Pool | undefined) => number;
  /** How to make one more connection, on which to hear announcements; absent where nobody listens. */
  readonly listen?: () => Promise<ClientConfig>;
  close(pool: Pool): Promise<void>;
}

const clients = new WeakMap<Connection, PoolClient>();

/** The client of pg behind a connection. */
export function clientOf(connection: Connection | undefined): PoolClient | undefined {
  return connection === undefined ? undefined : clients.get(connection);
}

/** @param migrations the folder of `.sql` files; none are applied without it */
export function postgresDriver(connections: Connections, migrations: string | undefined): Driver {
  let loaded: Pool | undefined;

  async function pool(): Promise<Pool> {
    loaded ??= await connections.pool();
    return loaded;
  }

  async function connect(): Promise<PoolClient> {
    try {
      return await (await pool()).connect();
    } catch (error) {
      throw translated(error, 'CONNECT');
    }
  }

  return {
    dialect: 'postgres',
    single: sqlOver(async (query) => (await pool()).query(query)),
    open: async () => {
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
      const connection = { ...sql, release };
      clients.set(connection, client);
      return connection;
    },
    ...(connections.listen === undefined
      ? {}
      : { announcing: announcementsOver(connections.listen) }),
    connections: () => ({
      used: loaded === undefined ? 0 : loaded.totalCount - loaded.idleCount,
      idle: loaded?.idleCount ?? 0,
      waiting: loaded?.waitingCount ?? 0,
      max: connections.max(loaded),
    }),
    close: async () => {
      if (loaded === undefined) return;
      await connections.close(loaded).catch((error: unknown) => {
        throw new StorageUnavailable('CLOSE', error);
      });
    },
  };
}

function ignore(): void {}
