import * as fs from 'node:fs';

/** The file-system calls that a transaction makes; tests hand in ones that fail or kill the process. */
export type Disk = Pick<
  typeof fs,
  | 'accessSync'
  | 'chownSync'
  | 'closeSync'
  | 'fchmodSync'
  | 'fsyncSync'
  | 'linkSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmSync'
  | 'rmdirSync'
  | 'statSync'
  | 'unlinkSync'
  | 'writeFileSync'
>;

export const nodeDisk: Disk = fs;

/** The code of a system error, `ENOSPC`; empty for anything else. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** What an action gives; `undefined` when what it needs is not there. */
export function ifThere<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}

/** Write a whole file and wait until the disk has it. */
export function writeDurably(disk: Disk, file: string, bytes: Uint8Array, mode: number | undefined): void {
  const descriptor = disk.openSync(file, 'w', 0o666);
  try {
    disk.writeFileSync(descriptor, bytes);
    if (mode !== undefined) disk.fchmodSync(descriptor, mode);
    disk.fsyncSync(descriptor);
  } finally {
    disk.closeSync(descriptor);
  }
}

/** Wait until a folder's entries are on the disk, on systems that can. */
export function syncFolder(disk: Disk, folder: string): void {
  const descriptor = disk.openSync(folder, 'r');
  try {
    disk.fsyncSync(descriptor);
  } catch (error) {
    if (!['EINVAL', 'EPERM', 'EISDIR', 'EBADF'].includes(errorCode(error))) throw error;
  } finally {
    disk.closeSync(descriptor);
  }
}

/** Remove a folder if nothing is in it; tell whether it went. */
export function removeIfEmpty(disk: Disk, folder: string): boolean {
  try {
    disk.rmdirSync(folder);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(errorCode(error))) return false;
    throw error;
  }
}
