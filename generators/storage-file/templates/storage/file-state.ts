import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StoreCorruptError, systemCode } from './file-errors.ts';
import type { Documents } from './file-store.ts';

/** Read the documents; none where there is no file. Throws StoreCorruptError. */
export async function readState(path: string): Promise<Documents> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return '{}';
    throw error;
  });
  const value = parsed(text);
  if (!isDocuments(value)) throw new StoreCorruptError(path);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isDocuments(value: unknown): value is Documents {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((each) => typeof each === 'object' && each !== null);
}

/** Replace the file as a whole: at every moment, on the disk too, it holds the old documents or the new ones. */
export async function writeState(path: string, documents: Documents): Promise<void> {
  const next = `${path}.next`;
  const handle = await open(next, 'w');
  try {
    await handle.writeFile(`${JSON.stringify(documents)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(next, path);
  await syncFolder(dirname(path));
}

/** So that the rename itself is on the disk; Windows has no such thing and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Make the folder of a file. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
}
