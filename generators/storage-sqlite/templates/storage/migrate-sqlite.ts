import { MigrationError } from '#host/storage/errors';
import {
  type AppliedMigration,
  MIGRATIONS_TABLE,
  type Migration,
  pendingMigrations,
} from '#host/storage/migrations';
import { type SqliteDatabase, translated } from './sqlite-database.ts';

/** How long to wait while another process migrates, in milliseconds. */
const PATIENCE_MS = 30_000;

/**
 * Apply what is new, each file in a transaction of its own. Another process that does the same waits for this one.
 * Throws MigrationError; the file it names is rolled back, and those before it stay.
 */
export function migrateSqlite(database: SqliteDatabase, files: readonly Migration[]): void {
  database.exec(`pragma busy_timeout = ${PATIENCE_MS}`);
  database.exec(MIGRATIONS_TABLE);
  for (const file of pendingMigrations(files, applied(database))) apply(database, file, files);
  database.exec('pragma busy_timeout = 20');
}

function apply(database: SqliteDatabase, file: Migration, files: readonly Migration[]): void {
  database.exec('begin immediate');
  try {
    // Another process may have applied it while this one waited.
    if (pendingMigrations(files, applied(database)).includes(file)) {
      database.exec(file.sql);
      record(database, file);
    }
    database.exec('commit');
  } catch (error) {
    undo(database);
    if (error instanceof MigrationError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(
      file.name,
      `failed and was rolled back: ${reason}.`,
      translated(error),
    );
  }
}

/** Some failures, such as a full disk, have ended the transaction already. */
function undo(database: SqliteDatabase): void {
  try {
    database.exec('rollback');
  } catch {}
}

function record(database: SqliteDatabase, { name, checksum }: Migration): void {
  database
    .prepare('insert into schema_migrations (name, checksum, applied_at) values (?, ?, ?)')
    .run(name, checksum, new Date().toISOString());
}

function applied(database: SqliteDatabase): readonly AppliedMigration[] {
  return database
    .prepare('select name, checksum from schema_migrations')
    .all()
    .map(({ name, checksum }) => ({ name: String(name), checksum: String(checksum) }));
}
