import { createPostgresStorage } from '../../storage-postgres/templates/storage/postgres.ts';
import type { Storage } from '../../storage-sql/templates/storage/storage.ts';
import { createSqliteStorage } from '../../storage-sqlite/templates/storage/sqlite.ts';

const LIMITS = { max: 10, statementTimeoutMs: 30_000, connectTimeoutMs: 30_000 };

/** Open the storage at a place: a URL of PostgreSQL, or a file of SQLite. */
export function openStorage(place: string, migrations?: string): Storage {
  const folder = migrations === undefined ? {} : { migrations };
  return place.startsWith('postgres:')
    ? createPostgresStorage({
        url: place,
        tls: 'off',
        listen: true,
        applicationName: 'test',
        ...LIMITS,
        ...folder,
      })
    : createSqliteStorage({ path: place, synchronous: 'normal', ...folder });
}
