import type { ClientBase } from 'pg';
import { MigrationError } from '#host/storage/errors';
import {
  type AppliedMigration,
  MIGRATIONS_TABLE,
  type Migration,
  pendingMigrations,
} from '#host/storage/migrations';
import { translated } from './postgres-sql.ts';

/** Any number, the same in every process of the service. */
const LOCK = 7_205_759;

/**
 * Apply what is new, each file in a transaction of its own, while no other process does so.
 * Throws MigrationError; the file it names is rolled back, and those before it stay.
 */
export async function migratePostgres(
  client: ClientBase,
  files: readonly Migration[],
): Promise<void> {
  try {
    // Migrations may take long, and so may waiting for another process that applies them.
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(MIGRATIONS_TABLE);
    for (const file of pendingMigrations(files, await applied(client))) await apply(client, file);
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  } catch (error) {
    throw error instanceof MigrationError ? error : translated(error, 'MIGRATE');
  }
}

async function apply(client: ClientBase, file: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(file.sql);
    await client.query(
      'insert into schema_migrations (name, checksum, applied_at) values ($1, $2, $3)',
      [file.name, file.checksum, new Date().toISOString()],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(file.name, `failed and was rolled back: ${reason}.`, error);
  }
}

async function applied(client: ClientBase): Promise<readonly AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'select name, checksum from schema_migrations',
  );
  return rows;
}
