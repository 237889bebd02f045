import type { Migration } from '@joinery/kit';

const tables = (position: string, integer: string) => `create table outbox (
  position ${position},
  id text not null unique,
  aggregate text not null,
  type text not null,
  message text not null,
  recorded_at ${integer} not null,
  due_at ${integer} not null,
  attempts ${integer} not null default 0,
  error text,
  delivered_at ${integer},
  abandoned_at ${integer}
);
create index outbox_pending on outbox (aggregate, position) where delivered_at is null and abandoned_at is null;
create index outbox_delivered on outbox (delivered_at) where delivered_at is not null;
create table outbox_leases (
  aggregate text primary key,
  owner text not null,
  held_until ${integer} not null
);`;

/** The tables of messages and of who sends them. */
export const MIGRATION: Migration = {
  name: '0120_outbox',
  sql: {
    sqlite: tables('integer primary key autoincrement', 'integer'),
    postgres: tables('bigint generated always as identity primary key', 'bigint'),
  },
};
