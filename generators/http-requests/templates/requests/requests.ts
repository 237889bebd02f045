import type { IncomingMessage, ServerResponse } from 'node:http';
import { isProbe } from './is-probe.ts';

/** What identifies a request in logs; observers add to it when it begins. */
export interface ExchangeFields {
  request_id?: string;
  trace_id?: string;
  span_id?: string;
  trace_flags?: string;
}

/** One request and its response, as observers see it from its beginning to its end. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** When it arrived, by `performance.now()`. */
  readonly start: number;
  /** A health probe or a scrape, which says nothing about the service's users. */
  readonly probe: boolean;
  readonly fields: ExchangeFields;
}

/** How a request ended. */
export interface Outcome {
  /** The route's template, `/orders/:id`; `undefined` when none matched. */
  readonly route: string | undefined;
  /** 499 when the client left before it was answered. */
  readonly status: number;
  readonly durationMs: number;
  /** What its handler threw or rejected with, as far as that is seen. */
  readonly error?: unknown;
}

/** Runs the rest of a request inside of whatever its observers put around it. */
export type RunRequest = <T>(inner: () => T) => T;

/** What an observer does about one request. */
export interface Following {
  /** Called once, when the response is over or its connection is lost. */
  readonly end: (outcome: Outcome) => void;
  /** Run the rest of the request, its handler included; for a context that must be around it. */
  readonly run?: RunRequest;
}

export interface RequestObserver {
  /** A request has arrived. `undefined` when it is of no interest. */
  begin(exchange: Exchange): Following | undefined;
}

export interface Requests {
  /** Tell the observers of a request; `route` is asked for its template when it is over. */
  begin(
    request: IncomingMessage,
    response: ServerResponse,
    route: () => string | undefined,
  ): RunRequest;
  /** Say that the handler of a request has failed. The first failure counts. */
  fail(request: IncomingMessage, error: unknown): void;
}

/** The status people know for a client that left before it was answered. */
const CLIENT_CLOSED_REQUEST = 499;

const runPlainly: RunRequest = (inner) => inner();

/** Tell every observer of every request. One that throws is left out of that request and harms nothing. */
export function createRequests(observers: readonly RequestObserver[]): Requests {
  const failures = new WeakMap<IncomingMessage, unknown>();
  return {
    fail(request, error) {
      if (!failures.has(request)) failures.set(request, error);
    },
    begin(request, response, route) {
      const probe = isProbe(request.url);
      const exchange = { request, response, start: performance.now(), probe, fields: {} };
      const followings: Following[] = [];
      let run = runPlainly;
      for (const observer of observers) {
        const following = beginSafely(observer, exchange);
        if (following === undefined) continue;
        followings.push(following);
        if (following.run !== undefined) run = around(run, following.run);
      }
      if (followings.length === 0) return run;
      response.on('close', () => {
        const status = response.headersSent ? response.statusCode : CLIENT_CLOSED_REQUEST;
        const durationMs = performance.now() - exchange.start;
        const outcome = { route: route(), status, durationMs, error: failures.get(request) };
        for (const following of followings.splice(0)) endSafely(following, outcome);
      });
      return run;
    },
  };
}

function around(outer: RunRequest, inner: RunRequest): RunRequest {
  return outer === runPlainly ? inner : (rest) => outer(() => inner(rest));
}

function beginSafely(observer: RequestObserver, exchange: Exchange): Following | undefined {
  try {
    return observer.begin(exchange);
  } catch (error) {
    warn(error);
    return undefined;
  }
}

function endSafely(following: Following, outcome: Outcome): void {
  try {
    following.end(outcome);
  } catch (error) {
    warn(error);
  }
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
