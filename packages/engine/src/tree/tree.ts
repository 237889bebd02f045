/**
 * A service's files, as every door hands them in: the disk, an Nx tree, Yeoman's mem-fs, or a map in a test.
 * Paths are relative to the service's folder, use `/` and do not leave it but for the workspace's manifest files.
 */
export interface Tree {
  /** The text of a file, byte order mark included; `undefined` when there is none. */
  read(path: string): string | undefined;
  /**
   * The way from the service's folder to its workspace's, e.g. `../..`; absent when the service stands alone.
   * Of the workspace only manifest files are read or written: package.json, lockfiles, tsconfig files.
   */
  readonly workspace?: string;
  /** The service's folder from its workspace's, e.g. `services/orders`. */
  readonly place?: string;
  /** Names in a folder, files and folders alike, sorted; empty when there is none. */
  list(folder: string): readonly string[];
}
