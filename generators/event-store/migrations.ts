import type { Migration } from '@joinery/kit';

const COLUMNS = (position: string, text: string, json: string, number: string) => `
create table events (
  position ${position},
  id text not null unique,
  stream ${text} not null,
  version ${number} not null,
  type text not null,
  schema_version ${number} not null,
  data ${json} not null,
  metadata ${json} not null,
  occurred_at text not null,
  aggregate_id text not null,
  aggregate_version ${number} not null,
  transaction_id bigint not null default 0,
  unique (stream, version)
)`;

const SNAPSHOTS = (text: string, number: string) => `
create table snapshots (
  stream ${text} primary key,
  version ${number} not null,
  code_version text not null,
  state text not null
)`;

/** In SQLite writers take turns, so the order of positions is the order of commits. */
const SQLITE = `${COLUMNS('integer primary key autoincrement', 'text', 'text', 'integer').replace('bigint', 'integer')} strict;
create index events_in_order on events (transaction_id, position);
${SNAPSHOTS('text', 'integer')} strict;`;

const POSTGRES = `${COLUMNS('bigint generated always as identity primary key', 'text collate "C"', 'jsonb', 'integer')};
create index events_in_order on events (transaction_id, position);
${SNAPSHOTS('text collate "C"', 'integer')};`;

/** The tables of events and snapshots. */
export const MIGRATION: Migration = {
  name: '0100_event_store',
  sql: { sqlite: SQLITE, postgres: POSTGRES },
};
