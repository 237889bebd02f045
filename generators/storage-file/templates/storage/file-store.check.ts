import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from '#host/test';
import { StoreCorruptError, StoreLockedError } from './file-errors.ts';
import { createFileStore } from './file-store.ts';

async function inFolder(work: (path: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  try {
    await work(join(folder, 'data/service.json'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('file store', () => {
  it('keeps what was written, and nothing of a change that failed', () =>
    inFolder(async (path) => {
      const store = createFileStore({ path });
      await store.update((documents) => ({ ...documents, lamps: { desk: 8 } }));
      const failing = store.update(() => {
        throw new Error('changed my mind');
      });
      await assert.rejects(failing, /changed my mind/);
      await store.close();

      const again = createFileStore({ path });
      assert.deepEqual(await again.all('lamps'), { desk: 8 });
      await again.close();
    }));

  it('is used by one process only, and takes over from one that is gone', () =>
    inFolder(async (path) => {
      const store = createFileStore({ path });
      await store.open();
      await writeFile(`${path}.lock`, '1');
      await assert.rejects(createFileStore({ path }).open(), StoreLockedError);
      await writeFile(`${path}.lock`, '999999999');
      const heir = createFileStore({ path });
      await heir.open();
      await heir.close();
    }));

  it('leaves a file alone that holds something else', () =>
    inFolder(async (path) => {
      const store = createFileStore({ path });
      await store.open();
      await store.close();
      await writeFile(path, '{"lamps":');
      await assert.rejects(createFileStore({ path }).open(), StoreCorruptError);
      assert.equal(await readFile(path, 'utf8'), '{"lamps":');
    }));
});
