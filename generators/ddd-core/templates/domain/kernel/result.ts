/** What came of something that may fail in ways its caller has to answer. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

export function fail<Failure>(error: Failure): Result<never, Failure> {
  return { ok: false, error };
}

/** Change the value, if there is one. */
export function mapResult<Value, Next, Failure>(
  result: Result<Value, Failure>,
  change: (value: Value) => Next,
): Result<Next, Failure> {
  return result.ok === true ? ok(change(result.value)) : result;
}

/** Go on with something that may fail too. */
export function andThen<Value, Next, Failure, NextFailure>(
  result: Result<Value, Failure>,
  next: (value: Value) => Result<Next, NextFailure>,
): Result<Next, Failure | NextFailure> {
  return result.ok === true ? next(result.value) : result;
}

/** Take the value, or throw the error. */
export function valueOrThrow<Value>(result: Result<Value, unknown>): Value {
  if (result.ok === true) return result.value;
  throw result.error;
}
