import {
  type Attributes,
  context,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { errorType } from './client-span.ts';

/** One operation of a database. Its text is not recorded: it may hold what people have entered. */
export interface DatabaseOperation {
  /** `postgresql`, `mysql`, `redis`, `mongodb` */
  readonly system: string;
  /** `SELECT`, `HGET`, `insertOne` */
  readonly operation: string;
  /** The database's name. */
  readonly namespace?: string | undefined;
  /** A table or collection, where the library tells. */
  readonly collection?: string | undefined;
  readonly host?: string | undefined;
}

/** Start a span where the code running now belongs to a request that is traced. */
export function startDatabaseSpan(
  tracer: Tracer,
  describe: () => DatabaseOperation,
): Span | undefined {
  const active = context.active();
  if (trace.getSpan(active)?.isRecording() !== true) return undefined;
  const { system, operation, namespace, collection, host } = describe();
  const attributes: Attributes = {
    'db.system.name': system,
    'db.operation.name': operation,
    'db.namespace': namespace,
    'db.collection.name': collection,
    'server.address': host,
  };
  const name = collection === undefined ? operation : `${operation} ${collection}`;
  return tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, active);
}

export function endDatabaseSpan(span: Span, error?: unknown): void {
  if (error !== undefined && error !== null) {
    span.setAttribute('error.type', errorType(undefined, error));
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

/** The first word of a statement of SQL. */
export function sqlOperation(statement: unknown): string {
  const [, word = 'QUERY'] = /^\s*([a-z]{1,20})\b/i.exec(String(statement)) ?? [];
  return word.toUpperCase();
}
