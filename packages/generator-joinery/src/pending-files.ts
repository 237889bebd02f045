import { relative, sep } from 'node:path';
import type { PendingFiles } from '@joinery/door';

/** A file in Yeoman's mem-fs. */
export interface StoredFile {
  readonly path: string;
  readonly contents: Buffer | null;
  readonly state?: string | undefined;
}

/** What generators of the same run have prepared, by the paths of the service in `folder`. */
export function pendingFiles(files: readonly StoredFile[], folder: string): PendingFiles {
  const pending = files.filter(({ state }) => state === 'modified' || state === 'deleted');
  return new Map(
    pending.map(({ path, contents, state }) => [
      relative(folder, path).split(sep).join('/'),
      state === 'deleted' ? undefined : (contents?.toString('utf8') ?? ''),
    ]),
  );
}
