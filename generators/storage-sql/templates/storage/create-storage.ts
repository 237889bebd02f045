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
  connections(): Pick<StorageNumbers, 'used' | 'idle' | 'waiting' | 'max'>;
  close(): Promise<void>;
}

/** Make a storage of a driver: opened at the first use, transactions carried along, failures counted. */
export function createStorage(driver: Driver): Storage {
  const counts = { commits: 0, rollbacks: 0, failures: 0 };
  const units = createUnitOfWork(counts);
  let opening: Promise<void> | undefined;
  let closed = false;

  function open(): Promise<void> {
    if (closed) return Promise.reject(new StorageUnavailable('CLOSED'));
    opening ??= driver.open().catch((error: unknown) => {
      // What cannot be migrated stays so until the service starts again; a lost connection may come back.
      if (!(error instanceof MigrationError)) opening = undefined;
      throw error;
    });
    return opening;
  }

  async function counted<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StorageUnavailable) counts.failures += 1;
      throw error;
    }
  }

  async function begin(): Promise<Connection> {
    await open();
    return driver.begin();
  }

  async function sql(): Promise<Sql> {
    const current = units.current();
    if (current !== undefined) return current;
    await open();
    return driver.single;
  }

  const query: Sql['query'] = (text, values = []) =>
    counted(async () => (await sql()).query(text, values));

  return {
    dialect: driver.dialect,
    query,
    execute: (text, values = []) => counted(async () => (await sql()).execute(text, values)),
    transaction: (work) => units.run(() => counted(begin), work),
    get inTransaction() {
      return units.current() !== undefined;
    },
    afterCommit: units.afterCommit,
    open,
    check: async () => void (await query('select 1 as one')),
    close: async () => {
      closed = true;
      if (opening === undefined) return;
      await opening.catch(() => undefined);
      await driver.close();
    },
    numbers: () => ({ ...counts, ...driver.connections() }),
  };
}
