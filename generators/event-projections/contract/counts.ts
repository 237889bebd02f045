import type { Projection } from '../templates/projections/projection.ts';

/** How often each lamp was lit, and the versions that were applied, in their order. */
export function counts(version = 1, poison?: string): Projection {
  return {
    name: 'counts',
    version,
    create: (table) => [
      `create table "${table}" (lamp text primary key, times integer not null, versions text not null)`,
      `create index "${table}_times" on "${table}" (times)`,
    ],
    handle: async ({ id, stream, streamVersion }, { execute, table }) => {
      if (id === poison) throw new Error('I choke on this');
      await execute(
        `insert into "${table}" (lamp, times, versions) values ($1, 1, $2) on conflict (lamp) do update set times = "${table}".times + 1, versions = "${table}".versions || ' ' || excluded.versions`,
        [stream, String(streamVersion)],
      );
    },
  };
}
