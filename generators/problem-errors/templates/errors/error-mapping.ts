/** What an error means to whoever asked. */
export interface ErrorMapping {
  /** The class of the error; of several that fit, the most derived one counts. */
  readonly error: abstract new (
    ...values: never[]
  ) => Error;
  readonly status: number;
  /** When it is worth asking again. */
  readonly retryAfterSeconds?: number;
}

/** Find what an error means. */
export function findMapping(
  error: unknown,
  mappings: readonly ErrorMapping[],
): ErrorMapping | undefined {
  return mappings
    .filter((mapping) => error instanceof mapping.error)
    .reduce<ErrorMapping | undefined>(
      (closest, mapping) =>
        closest === undefined || mapping.error.prototype instanceof closest.error
          ? mapping
          : closest,
      undefined,
    );
}
