/** Another process uses the file, or this one no longer does. */
export class StoreLockedError extends Error {
  readonly status = 503;

  constructor(message: string) {
    super(message);
    this.name = 'StoreLockedError';
  }
}

/** The file holds something that is not a store. It is left as it is. */
export class StoreCorruptError extends Error {
  readonly status = 503;

  constructor(path: string) {
    super(
      `${path} does not hold a store. It is left as it is: restore it from a backup, or move it away.`,
    );
    this.name = 'StoreCorruptError';
  }
}

/** The code of an error of the system, such as `ENOENT`. */
export function systemCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
