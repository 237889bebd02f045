import type { Migration } from '@joinery/kit';

const tables = (integer: string) => `create table idempotency_keys (
  scope text not null,
  key text not null,
  request text not null,
  status integer not null,
  body text not null,
  created_at ${integer} not null,
  primary key (scope, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);
create table inbox (
  source text not null,
  id text not null,
  handled_at ${integer} not null,
  primary key (source, id)
);
create index inbox_age on inbox (handled_at);`;

/** The tables of answers that were given and of messages that were handled. */
export const MIGRATION: Migration = {
  name: '0130_idempotency',
  sql: { sqlite: tables('integer'), postgres: tables('bigint') },
};
