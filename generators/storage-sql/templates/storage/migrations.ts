import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MigrationError } from './errors.ts';

/** A step of the schema: one file, applied once, in one transaction. */
export interface Migration {
  /** Its file's name, `0100_event_store.sql`. */
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** What the database says of a step that was applied. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

/** The statement that makes the table of applied migrations; fits every database. */
export const MIGRATIONS_TABLE = `create table if not exists schema_migrations (
  name text primary key,
  checksum text not null,
  applied_at text not null
)`;

const CONTROLS_TRANSACTION =
  /^\s*(?:begin|commit|rollback|start\s+transaction)(?:\s+(?:transaction|work|immediate|exclusive))?\s*;/im;

/** Read a folder of `.sql` files in the order of their names. Throws MigrationError. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder).catch((cause: unknown) => {
    throw new MigrationError(folder, 'is the folder of migrations, and it cannot be read.', cause);
  })) as readonly string[];
  const files = names.filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (name) => readMigration(name, await readFile(join(folder, name), 'utf8'))),
  );
}

/** Line ends do not count: git may change them. */
function readMigration(name: string, text: string): Migration {
  const sql = text.replace(/\r\n/g, '\n');
  if (CONTROLS_TRANSACTION.test(sql)) {
    throw new MigrationError(
      name,
      'begins or ends a transaction; it is run inside one of its own.',
    );
  }
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

/**
 * Return what is still to be applied. One that was applied and has no file any more is left alone: its feature was
 * removed, or an older version of the service runs. Throws MigrationError when an applied file was edited.
 */
export function pendingMigrations(
  files: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] {
  const known = new Map(applied.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of files) {
    if (known.has(name) && known.get(name) !== checksum) {
      throw new MigrationError(
        name,
        'was edited after it had been applied. Restore it, and write the change as a new file.',
      );
    }
  }
  return files.filter(({ name }) => !known.has(name));
}
