import { type Announcing, createAnnouncements } from './announcements.ts';
import { MigrationError, StorageUnavailable } from './errors.ts';
import type { Sql, Storage, StorageNumbers } from './storage.ts';
import { type Connection, createUnitOfWork } from './unit-of-work.ts';

/** What a database must be able to do; everything else is the same for all. */
export interface Driver {
  readonly dialect: Storage['dialect'];
  /** Connect, and apply what is new in the folder of migrations. */
  open(): Promise<void>;
  /** Begin a transaction on a connection of its own. */
  begin(): Promise<Connection>;
  /** For a statement outside of a transaction. */
  readonly single: Sql;
  /** Absent where the database cannot tell other processes. */
  readonly announcing?: Announcing;
  connections(): Pick<StorageNumbers, 'used' | 'idle' | 'waiting' | 'max'>;
  close(): Promise<void>;
}

/**
 * Make a storage of a driver: opened at the first use, transactions carried along, failures counted.
 *
 * @param lend is told how to find the connection of the surrounding transaction, for others that take part in it
 */
export function createStorage(
  driver: Driver,
  lend?: (current: () => Connection | undefined) => void,
): Storage {
  const counts = { commits: 0, rollbacks: 0, failures: 0 };
  const units = createUnitOfWork(counts);
  lend?.(units.current);
  let opening: Promise<void> | undefined;
  const announcements = createAnnouncements(driver.announcing);
  let closing: Promise<void> | undefined;

  function open(): Promise<void> {
    if (closing !== undefined) return Promise.reject(new StorageUnavailable('CLOSED'));
    opening ??= driver.open().catch((error: unknown) => {
      // What cannot be migrated stays so until the service starts again; a lost connection may come back.
      if (!(error instanceof MigrationError)) opening = undefined;
      throw error;
    });
    return opening;
  }

  async function disconnect(): Promise<void> {
    await announcements.close();
    if (opening === undefined) return;
    await opening.catch(() => undefined);
    await driver.close();
  }

  function countFailure(error: unknown): never {
    if (error instanceof StorageUnavailable) counts.failures += 1;
    throw error;
  }

  const begin = (): Promise<Connection> =>
    open()
      .then(() => driver.begin())
      .catch(countFailure);

  /** Do something on the connection of the surrounding transaction, or on one of its own. */
  function on<T>(use: (sql: Sql) => Promise<T>): Promise<T> {
    const current = units.current();
    const used = current === undefined ? open().then(() => use(driver.single)) : use(current);
    return used.catch(countFailure);
  }

  const execute: Sql['execute'] = async (text, values = []) =>
    on((sql) => sql.execute(text, values));
  const query: Sql['query'] = async (text, values = []) => on((sql) => sql.query(text, values));

  return {
    dialect: driver.dialect,
    query,
    execute,
    transaction: (work) => units.run(begin, work),
    get inTransaction() {
      return units.current() !== undefined;
    },
    afterCommit: units.afterCommit,
    announce: async (channel) => {
      if (driver.announcing !== undefined) await execute(driver.announcing.sql, [channel]);
      units.afterCommit(() => announcements.tell(channel));
    },
    listen: announcements.listen,
    open,
    check: async () => void (await query('select 1 as one')),
    close: () => {
      closing ??= disconnect();
      return closing;
    },
    numbers: () => ({ ...counts, ...driver.connections() }),
  };
}
