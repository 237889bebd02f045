import { type CustomTypesConfig, type QueryConfig, types } from 'pg';
import { ConstraintViolation, StorageUnavailable, TransactionConflict } from '#host/storage/errors';
import type { Row, Sql, SqlValue } from '#host/storage/storage';

interface Result {
  readonly command: string;
  readonly rowCount: number | null;
  readonly rows: readonly Row[];
}

type Query = QueryConfig<SqlValue[]>;

/** Statements over a pool or a client, with the storage's own values and errors. */
export function sqlOver(run: (query: Query) => Promise<Result>): Sql {
  const ask = async (text: string, values: readonly SqlValue[] = []): Promise<Result> => {
    try {
      const result = await run({ text, values: [...values], types: TYPES });
      if (text === 'commit' && result.command !== 'COMMIT') throw new AbortedTransactionError();
      return result;
    } catch (error) {
      throw translated(error, 'CONNECTION');
    }
  };
  return {
    query: async (text, values) => (await ask(text, values)).rows,
    execute: async (text, values) => (await ask(text, values)).rowCount ?? 0,
  };
}

/** A statement failed earlier, and its error was caught inside the transaction. */
export class AbortedTransactionError extends Error {
  constructor() {
    super(
      'A statement of this transaction had failed, so nothing of it is kept. Wrap what may fail in a transaction of its own.',
    );
    this.name = 'AbortedTransactionError';
  }
}

/** Numbers as numbers, times as ISO 8601, JSON as its text: what every storage gives. */
const TYPES: CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    PARSERS.get(id) ?? types.getTypeParser(id, format ?? 'text'),
} as CustomTypesConfig;

const PARSERS: ReadonlyMap<number, (text: string) => SqlValue> = new Map([
  [20, integer], // int8
  [1700, Number], // numeric: what sum() gives
  [114, String], // json
  [3802, String], // jsonb
  [1184, time], // timestamptz
]);

function integer(text: string): SqlValue {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}

function time(text: string): string {
  return new Date(text).toISOString();
}

const CONSTRAINTS: Readonly<Record<string, ConstraintViolation['constraint']>> = {
  '23502': 'not-null',
  '23503': 'foreign-key',
  '23505': 'unique',
  '23514': 'check',
  '23P01': 'unique',
};

/** Could not serialise, deadlock. */
const CONFLICTS: ReadonlySet<string> = new Set(['40001', '40P01']);

/** Connection, resources, shutdown, statement timeout, lock timeout, idle in transaction. */
const UNAVAILABLE = /^(?:08|53|57P|57014|55P03|25P03)/;

/** The error in the storage's own words; `lost` names one that has no code of PostgreSQL's. */
export function translated(error: unknown, lost: string): unknown {
  if (error instanceof TypeError || error instanceof AbortedTransactionError) return error;
  const code = codeOf(error);
  // Without a code pg speaks of the connection: ended, timed out.
  if (code === undefined) return new StorageUnavailable(lost, error);
  const constraint = CONSTRAINTS[code];
  if (constraint !== undefined) return new ConstraintViolation(constraint, error);
  if (CONFLICTS.has(code)) return new TransactionConflict(error);
  return UNAVAILABLE.test(code) || !/^[0-9A-Z]{5}$/.test(code)
    ? new StorageUnavailable(code, error)
    : error;
}

/** Errors of the system are no instances of the `Error` that a test runner gives its tests. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
