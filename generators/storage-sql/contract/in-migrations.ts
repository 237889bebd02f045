import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Do something with a folder of migrations. */
export async function inMigrations(
  files: Readonly<Record<string, string>>,
  work: (folder: string, write: (name: string, sql: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  const write = (name: string, sql: string) => writeFile(join(folder, name), sql);
  try {
    for (const [name, sql] of Object.entries(files)) await write(name, sql);
    await work(folder, write);
  } finally {
    await rm(folder, { recursive: true });
  }
}
