import { STATUS_CODES } from 'node:http';
import { AppError, type Fault } from '#host/errors/app-error';
import { findMapping } from '#host/errors/error-mapping';
import { errorMappings } from '#host/errors/error-mappings';

export const PROBLEM_JSON = 'application/problem+json';

/** What is told of a failure: a problem of RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Below 500 only. */
  readonly detail?: string;
  /** The path that was asked for. */
  readonly instance?: string;
  readonly requestId?: string;
  /** For programs, of an error that has one. */
  readonly code?: string;
  readonly errors?: readonly Fault[];
}

/** A failure, as it is answered. */
export interface ProblemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface FailedRequest {
  readonly method: string;
  /** With or without its query, which is not shown. */
  readonly url: string;
}

/** Whoever keeps the log: `console`, pino and most others fit. */
export interface ErrorLog {
  error(details: object, message: string): void;
}

export interface ProblemOptions {
  readonly log: ErrorLog;
  readonly requestId: () => string | undefined;
}

/**
 * Answer a failure. What is no fault of the client's is logged, once, and nothing of it is shown: the answer to an
 * error that nobody foresaw is the same whatever the error says.
 */
export function answerFailure(
  error: unknown,
  request: FailedRequest,
  { log, requestId }: ProblemOptions,
): ProblemAnswer {
  const { headers, ...told } = describe(error);
  const id = requestId();
  const instance = request.url.replace(/[?#][\s\S]*$/, '');
  const problem: Problem = { ...told, instance, ...(id === undefined ? {} : { requestId: id }) };
  if (problem.status >= 500) {
    const { method } = request;
    log.error({ err: error, method, path: instance, requestId: id }, 'A request failed');
  }
  return {
    status: problem.status,
    headers: { ...headers, 'content-type': PROBLEM_JSON, 'cache-control': 'no-store' },
    body: JSON.stringify(problem),
  };
}

/** Say that no route answers a request. */
export function noRoute(): AppError {
  return new AppError(404, 'no-route', 'Nothing is found here.');
}

type Told = Problem & { readonly headers: Readonly<Record<string, string>> };

function describe(error: unknown): Told {
  const mapping = findMapping(error, errorMappings);
  if (error instanceof AppError) return told(error.status, error, error);
  if (error instanceof Error && mapping !== undefined) {
    const seconds = mapping.retryAfterSeconds;
    const headers: Readonly<Record<string, string>> =
      seconds === undefined ? {} : { 'retry-after': String(seconds) };
    return told(mapping.status, error, { headers });
  }
  const status = statusOf(error);
  const isShown = error instanceof Error && isMeantToBeShown(error);
  return told(status, isShown ? { message: error.message } : undefined, {});
}

function told(
  status: number,
  error: { readonly message: string; readonly code?: unknown } | undefined,
  more: Partial<Pick<AppError, 'faults' | 'headers'>>,
): Told {
  const title = STATUS_CODES[status] ?? 'Error';
  const { faults = [], headers = {} } = more;
  const basics = { type: 'about:blank', title, status, headers };
  if (status >= 500 || error === undefined) return basics;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return {
    ...basics,
    detail: error.message,
    ...code,
    ...(faults.length === 0 ? {} : { errors: faults }),
  };
}

/** The status that a framework's error carries, if it blames the client; what other errors carry is an upstream's. */
function statusOf(error: unknown): number {
  if (!(error instanceof Error) || Reflect.get(error, 'isAxiosError') === true) return 500;
  const status: unknown = Reflect.get(error, 'statusCode') ?? Reflect.get(error, 'status');
  if (typeof status !== 'number' || !Number.isInteger(status)) return 500;
  return (status >= 400 && status < 500) || status === 503 ? status : 500;
}

/** Whether who made an error says that clients may read it: `http-errors` does, and Fastify of its own errors. */
function isMeantToBeShown(error: Error): boolean {
  const code: unknown = Reflect.get(error, 'code');
  return (
    Reflect.get(error, 'expose') === true || (typeof code === 'string' && code.startsWith('FST_'))
  );
}
