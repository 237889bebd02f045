import { posix } from 'node:path';
import type { PendingFiles } from '@joinery/door';
import type { FileChange } from '@nx/devkit';

/** What generators have changed in an Nx run so far, by the paths of a project in the folder `root`. */
export function pendingFiles(changes: readonly FileChange[], root: string): PendingFiles {
  return new Map(
    changes.map(({ path, content }) => [posix.relative(root, path), content?.toString('utf8')] as const),
  );
}
