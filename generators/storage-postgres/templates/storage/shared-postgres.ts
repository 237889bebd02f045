import type { Pool } from 'pg';
import { createStorage } from '#host/storage/create-storage';
import type { Storage } from '#host/storage/storage';
import type { Connection } from '#host/storage/unit-of-work';
import { lendTransactions } from './joining.ts';
import { clientOf, postgresDriver } from './postgres-driver.ts';

export interface SharedPostgresOptions {
  /** The pool that the service had; it keeps its own limits, and who made it ends it. */
  readonly pool: () => Promise<Pool>;
  /** Whether processes tell each other what is announced, over one more connection. */
  readonly listen: boolean;
  /** The folder of `.sql` files; none are applied without it. */
  readonly migrations?: string;
}

/** The service's database in PostgreSQL, over the pool that the service has already. */
export function createSharedPostgresStorage(options: SharedPostgresOptions): Storage {
  let current: () => Connection | undefined = () => undefined;
  const pool = async (): Promise<Pool> => {
    const shared = await options.pool();
    // An idle connection that is lost is replaced at the next use; without a listener the process would end.
    if (shared.listenerCount('error') === 0) shared.on('error', () => undefined);
    lendTransactions(shared, () => clientOf(current()));
    return shared;
  };
  const connections = {
    pool,
    max: (shared: Pool | undefined) => shared?.options.max ?? 0,
    ...(options.listen ? { listen: async () => (await options.pool()).options } : {}),
    close: async () => undefined,
  };
  return createStorage(postgresDriver(connections, options.migrations), (follow) => {
    current = follow;
  });
}
