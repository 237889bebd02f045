import type { Projection } from '../../event-projections/templates/projections/projection.ts';

/** The versions of each lamp's events in their order, and which release of the projection made the row: -1 for several. */
export function view(release: number): Projection {
  return {
    name: 'view',
    version: release,
    create: (table) => [
      `create table "${table}" (lamp text primary key, versions text not null, release integer not null)`,
    ],
    handle: async ({ stream, streamVersion }, { execute, table }) => {
      await execute(
        `insert into "${table}" (lamp, versions, release) values ($1, $2, $3) on conflict (lamp) do update
set versions = "${table}".versions || ' ' || excluded.versions,
release = case when "${table}".release = excluded.release then excluded.release else -1 end`,
        [stream, String(streamVersion), release],
      );
    },
  };
}
