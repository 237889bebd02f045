/** One thing that is wrong with a request. */
export interface Fault {
  /** Where in the request, as a JSON pointer: `/body/items/0/price`. */
  readonly pointer: string;
  readonly detail: string;
}

interface More {
  readonly faults?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error that knows what it is to whoever asked. Below 500, its message is shown to them: it holds no secret. */
export class AppError extends Error {
  readonly status: number;
  /** For programs; it stays the same when the message is worded anew. */
  readonly code: string;
  readonly faults: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, more: More = {}) {
    super(message);
    this.name = 'AppError';
    this.status = status;
    this.code = code;
    this.faults = more.faults ?? [];
    this.headers = more.headers ?? {};
  }
}

export const badRequest = (message: string, faults: readonly Fault[] = []): AppError =>
  new AppError(400, 'bad-request', message, { faults });
export const forbidden = (message: string): AppError => new AppError(403, 'forbidden', message);
export const notFound = (message: string): AppError => new AppError(404, 'not-found', message);
export const conflict = (message: string): AppError => new AppError(409, 'conflict', message);
export const preconditionFailed = (message: string): AppError =>
  new AppError(412, 'precondition-failed', message);
