import {
  type Attributes,
  type Context,
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TextMapSetter,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';

/** A call to another service, as far as the libraries that make it tell. */
export interface OutgoingCall {
  readonly method: string;
  /** `https://stock.internal:8080` */
  readonly origin: string;
  readonly path: string;
}

/**
 * Start a span for an outgoing call and hand the trace on in its headers; without a span where the request it belongs
 * to is not traced. Outside of a request, or where it carries no trace, nothing happens.
 */
export function startClientSpan<Carrier>(
  tracer: Tracer,
  call: () => OutgoingCall,
  carrier: Carrier,
  setter: TextMapSetter<Carrier>,
): Span | undefined {
  const active = context.active();
  const parent = trace.getSpan(active);
  if (parent === undefined || isTracingSuppressed(active)) return undefined;
  if (!parent.isRecording()) {
    propagation.inject(active, carrier, setter);
    return undefined;
  }
  const { method, origin, path } = call();
  const options = { kind: SpanKind.CLIENT, attributes: attributesOf(method, origin, path) };
  const span = tracer.startSpan(method, options, active);
  propagation.inject(withSpan(active, span), carrier, setter);
  return span;
}

/** End the span of a call by what came back. From the caller's side 4xx is an error, too. */
export function endClientSpan(span: Span, status: number | undefined, error?: unknown): void {
  if (status !== undefined) span.setAttribute('http.response.status_code', status);
  const failed = error !== undefined || status === undefined || status >= 400;
  if (failed) {
    span.setAttribute('error.type', errorType(status, error));
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

/** A code such as `ECONNREFUSED` or the error's name; never its message, which may hold a secret. */
export function errorType(status: number | undefined, error: unknown): string {
  if (error === undefined) return String(status ?? 'closed');
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  return String(code ?? name ?? 'Error');
}

function withSpan(active: Context, span: Span): Context {
  return trace.setSpan(active, span);
}

function attributesOf(method: string, origin: string, path: string): Attributes {
  const { hostname, port, protocol } = new URL(origin);
  return {
    'http.request.method': method,
    'url.full': `${origin}${path.split('?', 1)[0]}`,
    'server.address': hostname,
    'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
  };
}
