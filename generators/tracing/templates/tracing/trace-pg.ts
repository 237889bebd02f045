import { context, ROOT_CONTEXT, type Tracer } from '@opentelemetry/api';
import * as pg from 'pg';
import { endDatabaseSpan, sqlOperation, startDatabaseSpan } from './database-span.ts';

type Method = (this: object, ...args: unknown[]) => unknown;
type Callback = (error: unknown, ...rest: readonly unknown[]) => unknown;

/** The part of pg that is needed here. Older versions have it under `default` in ES modules. */
interface Driver {
  readonly Client?: { readonly prototype: { query: Method } };
  readonly Pool?: { readonly prototype: { connect: Method } };
}

/** Trace the queries of pg. It publishes nothing, so the one method that all queries go through is wrapped. */
export function tracePg(tracer: Tracer): void {
  const { default: inner, ...outer } = pg as Driver & { readonly default?: Driver };
  const { Client, Pool } = inner ?? outer;
  if (Client === undefined || Pool === undefined) return;
  wrapQuery(tracer, Client.prototype);
  keepContext(Pool.prototype);
}

function wrapQuery(tracer: Tracer, prototype: { query: Method }): void {
  const { query } = prototype;
  prototype.query = function (...args) {
    const [config] = args;
    // A cursor or a stream of its own ends when its reader wants.
    const submitted = typeof (config as { readonly submit?: unknown } | null)?.submit;
    if (submitted === 'function') return query.apply(this, args);
    const span = startDatabaseSpan(tracer, () => describe(this, config));
    if (span === undefined) return query.apply(this, args);
    const callback = args[args.length - 1];
    if (typeof callback === 'function') {
      const active = context.active();
      args[args.length - 1] = (...results: Parameters<Callback>) => {
        endDatabaseSpan(span, results[0]);
        return context.with(active, () => (callback as Callback)(...results));
      };
      return query.apply(this, args);
    }
    const result = query.apply(this, args) as Promise<unknown>;
    result.then(
      () => endDatabaseSpan(span),
      (error: unknown) => endDatabaseSpan(span, error),
    );
    return result;
  };
}

/** Who waits for a connection goes on in a context of its own, not in that of whoever gave the connection back. */
function keepContext(prototype: { connect: Method }): void {
  const { connect } = prototype;
  prototype.connect = function (...args) {
    const [callback] = args;
    const active = context.active();
    if (typeof callback !== 'function' || active === ROOT_CONTEXT) return connect.apply(this, args);
    return connect.call(this, context.bind(active, callback));
  };
}

function describe(client: object, config: unknown) {
  const { database, host } = client as { readonly database?: string; readonly host?: string };
  const { text = config } = (config ?? {}) as { readonly text?: unknown };
  return {
    system: 'postgresql',
    operation: sqlOperation(text),
    namespace: database,
    host,
  };
}
