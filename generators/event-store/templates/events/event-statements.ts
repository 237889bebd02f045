import type { Storage } from '#host/storage/storage';
import { READ, WRITTEN } from './event-rows.ts';

/** What differs between databases. */
export interface EventStatements {
  /**
   * Insert that many events, ten values each, behind the version that is the last value. Where there is none such, nothing is
   * inserted; where another event stands behind it already, the versions of a stream being unique, the statement fails.
   */
  insert(count: number): string;
  /** Events behind the place `$1`, `$2`, at most `$3`. */
  readonly readAll: string;
  /** Let appends to the stream `$1` come one after the other, until the transaction ends. */
  readonly lockStream: string | undefined;
}

const COLUMNS = WRITTEN.split(', ').length;

/** PostgreSQL must be told what values are that go into no column directly. */
const POSTGRES_TYPES = 'text text integer text integer jsonb jsonb text text integer'.split(' ');

/**
 * In PostgreSQL transactions commit in any order, so a sequence alone would lose events whose transaction is slower
 * than that of a later number. Events are ordered by the transaction that wrote them, and only those are read whose
 * transactions, and all before them, have ended. An event of a stream is never ordered before the one it follows.
 */
export function eventStatements(dialect: Storage['dialect']): EventStatements {
  const postgres = dialect === 'postgres';
  const ended = postgres
    ? ' and transaction_id < pg_snapshot_xmin(pg_current_snapshot())::text::bigint'
    : '';
  const inserts = new Map<number, string>();
  return {
    insert: (count) => {
      const text = inserts.get(count) ?? insertion(count, postgres);
      inserts.set(count, text);
      return text;
    },
    readAll: `select ${READ} from events where (transaction_id, position) > ($1, $2)${ended} order by transaction_id, position limit $3`,
    lockStream: postgres ? 'select pg_advisory_xact_lock(hashtext($1))' : undefined,
  };
}

function insertion(count: number, postgres: boolean): string {
  const rows = Array.from({ length: count }, (_, row) => {
    const places = Array.from({ length: COLUMNS }, (_, column) => {
      const place = `$${row * COLUMNS + column + 1}`;
      return postgres ? `${place}::${POSTGRES_TYPES[column]}` : place;
    });
    return `(${places.join(', ')}${postgres ? `, ${ORDER}` : ''})`;
  });
  const columns = postgres ? `${WRITTEN}, transaction_id` : WRITTEN;
  const expected = `$${count * COLUMNS + 1}`;
  return `insert into events (${columns}) select * from (values ${rows.join(', ')}) as appended where ${expected} = 0 or exists (select 1 from events where stream = $2 and version = ${expected})`;
}

/** The transaction that writes, or the one that wrote the event before if that is newer. */
const ORDER =
  'greatest(pg_current_xact_id()::text::bigint, coalesce((select transaction_id from events where stream = $2 order by version desc limit 1), 0))';
