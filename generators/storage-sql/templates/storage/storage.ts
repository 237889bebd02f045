/** What a placeholder holds. Times are ISO 8601 texts, objects are JSON texts. */
export type SqlValue = string | number | bigint | boolean | Uint8Array | null;

/** A row of an answer. SQLite has no booleans: there they come back as 0 and 1. */
export type Row = Readonly<Record<string, SqlValue>>;

/** Runs statements; their placeholders are `$1`, `$2` and so on, in every database. */
export interface Sql {
  /** Run a statement and return its rows. */
  query(text: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** Run a statement and return how many rows it changed. */
  execute(text: string, values?: readonly SqlValue[]): Promise<number>;
}

/**
 * The service's database. It opens, and brings its schema up to date, at the first use.
 * Throws {@link StorageUnavailable}, {@link ConstraintViolation} and {@link TransactionConflict} of `errors.ts`.
 */
export interface Storage extends Sql {
  readonly dialect: 'sqlite' | 'postgres';
  /**
   * Do all of the work or nothing. Whatever it calls, however deep, takes part. A transaction inside another one
   * can fail on its own: what it did is undone, and the outer one may go on.
   */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** Whether the caller is inside a transaction. */
  readonly inTransaction: boolean;
  /** Run something once the surrounding transaction is committed; at once outside of one. Never after a rollback. */
  afterCommit(run: () => void): void;
  /**
   * Say that there is something new, once the surrounding transaction is committed; at once outside of one. PostgreSQL
   * tells every process, SQLite only this one.
   */
  announce(channel: string): Promise<void>;
  /** Hear what is announced. It may be called for nothing, and may miss something: look now and then. Returns what ends it. */
  listen(channel: string, heard: () => void): () => void;
  /** Connect and apply what is new in the folder of migrations. Throws MigrationError. */
  open(): Promise<void>;
  /** Throws when the database does not answer. */
  check(): Promise<void>;
  /** Finish what runs, refuse what comes, and disconnect. */
  close(): Promise<void>;
  numbers(): StorageNumbers;
}

/** Counts since the process started, and the state of the connections now. */
export interface StorageNumbers {
  readonly commits: number;
  readonly rollbacks: number;
  /** Statements and transactions that the database could not take: no connection, no time, no space. */
  readonly failures: number;
  readonly used: number;
  readonly idle: number;
  readonly waiting: number;
  readonly max: number;
}
