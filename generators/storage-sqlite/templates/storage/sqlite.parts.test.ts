import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithSqlite } from '../../../../tools/parts/parts.ts';
import { type Bench, storageContract } from '../../../storage-sql/contract/storage-contract.ts';
import { createSqliteStorage } from './sqlite.ts';
import './sqlite.check.ts';

describeWithSqlite()('node:sqlite, in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
  let path = '';
  let count = 0;
  afterAll(() => rmSync(folder, { recursive: true }));

  const again: Bench['again'] = async (migrations) => {
    const storage = createSqliteStorage({ path, synchronous: 'normal', migrations });
    await storage.open();
    return storage;
  };
  storageContract({
    again,
    open: (migrations) => {
      count += 1;
      path = join(folder, `data/${count}.sqlite`);
      return again(migrations);
    },
  });
});
