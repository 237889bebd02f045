/**
 * A service's files, as every door hands them in: the disk, an Nx tree, Yeoman's mem-fs, or a map in a test.
 * Paths are relative to the service's folder, use `/` and never leave it.
 */
export interface Tree {
  /** The text of a file, byte order mark included; `undefined` when there is none. */
  read(path: string): string | undefined;
  /** Names in a folder, files and folders alike, sorted; empty when there is none. */
  list(folder: string): readonly string[];
}
