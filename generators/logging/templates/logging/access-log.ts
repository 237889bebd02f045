import { randomUUID } from 'node:crypto';
import type { Exchange, Outcome, RequestObserver } from '#host/requests/requests';
import { type FieldSource, fieldsOf, type Level, type Logger } from './logger.ts';

const REQUEST_ID = 'x-request-id';
const WELL_FORMED = /^[\w-]{8,64}$/;

export interface AccessLogOptions {
  /** Whether the line of a request that fails tells what its handler threw: where nothing else logs that. */
  readonly withErrors?: boolean;
  /** Whether something else writes a line for each request: then each only gets its id and its fields. */
  readonly linesElsewhere?: boolean;
}

/**
 * Write one line for each request, when its response is over: at `info`, at `error` from status 500 up, and at `trace`
 * for probes that go well. It tells the route by its template, and neither the query nor headers.
 */
export function createAccessLog(
  logger: Logger,
  sources: readonly FieldSource[],
  { withErrors = false, linesElsewhere = false }: AccessLogOptions = {},
): RequestObserver {
  return {
    begin: (exchange) => {
      // Now, because routers take off what they have matched.
      const path = exchange.request.url?.split('?', 1)[0] ?? '';
      return {
        run: (inner) => {
          Object.assign(exchange.fields, fieldsOf(sources));
          identify(exchange);
          return inner();
        },
        end: (outcome) => {
          if (linesElsewhere) return;
          const [fields, message] = lineOf(exchange, path, outcome);
          if (withErrors && outcome.status >= 500 && outcome.error !== undefined)
            Object.assign(fields, { err: outcome.error });
          logger[levelFor(outcome.status, exchange.probe)](fields, message);
        },
      };
    },
  };
}

function lineOf(
  exchange: Exchange,
  path: string,
  { route, status, durationMs }: Outcome,
): [fields: object, message: string] {
  const { request, fields } = exchange;
  return [
    {
      request_id: fields.request_id ?? requestId(exchange),
      ...fields,
      'http.request.method': request.method,
      'http.route': route,
      'url.path': path,
      'http.response.status_code': status,
      duration_ms: Math.round(durationMs * 1_000) / 1_000,
    },
    `${request.method} ${route ?? path} ${status}`,
  ];
}

function levelFor(status: Outcome['status'], probe: boolean): Level {
  if (probe) return status < 500 ? 'trace' : 'warn';
  return status < 500 ? 'info' : 'error';
}

/** Give the request an id, where nothing else has, and tell it to the client. */
function identify(exchange: Exchange): void {
  const { fields, response } = exchange;
  if (fields.request_id !== undefined) return;
  fields.request_id = requestId(exchange);
  if (!response.headersSent) response.setHeader(REQUEST_ID, fields.request_id);
}

/** The caller's, if it is well formed: nobody forges lines through it. */
function requestId({ request }: Exchange): string {
  const given = request.headers[REQUEST_ID];
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID();
}
