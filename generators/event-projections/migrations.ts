import type { Migration } from '@joinery/kit';

const table = (integer: string) => `create table projections (
  name text primary key,
  view_table text not null,
  version integer not null,
  position_order ${integer} not null,
  position_sequence ${integer} not null
);`;

/** The table of checkpoints. */
export const MIGRATION: Migration = {
  name: '0110_projections',
  sql: { sqlite: table('integer'), postgres: table('bigint') },
};
