import { memoryTree, type Tree } from '@joinery/engine';

/** Path from the service's folder → the text that is about to be written, or `undefined` for a file or folder to delete. */
export type PendingFiles = ReadonlyMap<string, string | undefined>;

/**
 * A service's files as they will be once what others have prepared in the same run is written: what Nx's tree and
 * Yeoman's mem-fs hold over the disk. What may not be read of the disk may not be read here either.
 */
export function overlayTree(disk: Tree, pending: PendingFiles): Tree {
  const written = memoryTree(
    Object.fromEntries([...pending].flatMap(([path, text]) => (text === undefined ? [] : [[path, text]]))),
  );
  const gone = [...pending].flatMap(([path, text]) => (text === undefined ? [path] : []));
  const isGone = (path: string) => gone.some((one) => path === one || path.startsWith(`${one}/`));
  return {
    ...(disk.workspace === undefined ? {} : { workspace: disk.workspace }),
    ...(disk.place === undefined ? {} : { place: disk.place }),
    read: (path) => {
      const below = disk.read(path);
      return written.read(path) ?? (isGone(path) ? undefined : below);
    },
    list: (folder) => {
      const at = (name: string) => (folder === '' ? name : `${folder}/${name}`);
      const names = disk.list(folder).filter((name) => !isGone(at(name)));
      const added = written.list(folder).filter((name) => name !== '..');
      return [...new Set([...names, ...added])].sort();
    },
  };
}
