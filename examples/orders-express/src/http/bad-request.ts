export class BadRequest extends Error {
  readonly status = 400;
}
