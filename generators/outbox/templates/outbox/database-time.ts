import type { Storage } from '#host/storage/storage';

/** The database's own clock in milliseconds, as SQL: relays on several machines agree on it. */
export function databaseTime(dialect: Storage['dialect']): string {
  return dialect === 'postgres'
    ? '(extract(epoch from clock_timestamp()) * 1000)::bigint'
    : "cast(unixepoch('subsec') * 1000 as integer)";
}
