/** What the errors of the storage have in common: what the database itself said. */
abstract class StorageError extends Error {
  constructor(message: string, cause: unknown) {
    super(message);
    if (cause !== undefined) Object.defineProperty(this, 'cause', { value: cause });
  }
}

/** The database cannot be reached, or has no room or no time: another attempt later may succeed. */
export class StorageUnavailable extends StorageError {
  readonly status = 503;
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super(`The database is not available (${code}).`, cause);
    this.name = 'StorageUnavailable';
    this.code = code;
  }
}

/** A row that is there already, or one that refers to nothing. */
export class ConstraintViolation extends StorageError {
  readonly status = 409;
  readonly constraint: 'unique' | 'foreign-key' | 'check' | 'not-null';

  constructor(constraint: ConstraintViolation['constraint'], cause?: unknown) {
    super(`A ${constraint} constraint of the database is violated.`, cause);
    this.name = 'ConstraintViolation';
    this.constraint = constraint;
  }
}

/** Two transactions stood in each other's way, and this one was undone: it may be repeated. */
export class TransactionConflict extends StorageError {
  readonly status = 409;

  constructor(cause?: unknown) {
    super('Another transaction changed the same data; this one was undone.', cause);
    this.name = 'TransactionConflict';
  }
}

/** A migration that cannot be applied; the schema is as it was before. */
export class MigrationError extends StorageError {
  /** The name of the file. */
  readonly migration: string;

  constructor(migration: string, problem: string, cause?: unknown) {
    super(`Migration ${migration} ${problem}`, cause);
    this.name = 'MigrationError';
    this.migration = migration;
  }
}
