export class Conflict extends Error {
  readonly status = 409;
}
