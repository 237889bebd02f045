import { StoreLockedError } from './file-errors.ts';
import { lockFile } from './file-lock.ts';
import { makeFolder, readState, writeState } from './file-state.ts';

/** Documents by collection and id; plain JSON. */
export type Documents = Readonly<Record<string, Readonly<Record<string, Json>>>>;

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** The service's data in one file. Small data: all of it is in memory, and all of it is written at each change. */
export interface FileStore {
  /** The documents of a collection by id; a snapshot. */
  all(collection: string): Promise<Readonly<Record<string, Json>>>;
  /**
   * Change the documents. Changes run one after the other; what `change` returns is on the disk, whole, once the promise
   * resolves. When it throws, nothing is changed.
   */
  update(change: (documents: Documents) => Documents): Promise<void>;
  /** Take the file, so that no other process does. Throws StoreLockedError. */
  open(): Promise<void>;
  /** Throws when the file cannot be used. */
  check(): Promise<void>;
  close(): Promise<void>;
  numbers(): { readonly writes: number; readonly failures: number; readonly documents: number };
}

interface Opened {
  documents: Documents;
  readonly unlock: () => Promise<void>;
}

/** A store in a file; without a path, in memory only. */
export function createFileStore({ path }: { readonly path?: string | undefined }): FileStore {
  const counts = { writes: 0, failures: 0 };
  let opening: Promise<Opened> | undefined;
  let state: Opened | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function take(): Promise<Opened> {
    if (path === undefined) return { documents: {}, unlock: async () => undefined };
    await makeFolder(path);
    const unlock = await lockFile(path);
    try {
      return { documents: await readState(path), unlock };
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  async function opened(): Promise<Opened> {
    opening ??= take().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    state = await opening;
    return state;
  }

  async function change(compute: (documents: Documents) => Documents): Promise<void> {
    const current = await opened();
    const documents = compute(current.documents);
    if (documents === current.documents) return;
    try {
      if (path !== undefined) await writeState(path, documents);
    } catch (error) {
      counts.failures += 1;
      throw error;
    }
    counts.writes += 1;
    current.documents = documents;
  }

  return {
    all: async (collection) => (await opened()).documents[collection] ?? {},
    update: (compute) => {
      const turn = last.then(() => change(compute));
      last = turn.catch(() => undefined);
      return turn;
    },
    open: async () => void (await opened()),
    check: async () => void (await opened()),
    close: async () => {
      await last;
      const closing = state;
      state = undefined;
      opening = Promise.reject(new StoreLockedError('The store is closed.'));
      opening.catch(() => undefined);
      await closing?.unlock();
    },
    numbers: () => ({ ...counts, documents: countOf(state?.documents ?? {}) }),
  };
}

function countOf(documents: Documents): number {
  return Object.values(documents).reduce((sum, each) => sum + Object.keys(each).length, 0);
}
