import type { IncomingMessage } from 'node:http';
import { type Attributes, type Span, SpanStatusCode } from '@opentelemetry/api';
import type { Outcome } from '#host/requests/requests';
import { errorType } from './client-span.ts';

const KNOWN_METHODS = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE|QUERY)$/;

/** What is known of a request when it arrives. Never its query, cookies, credentials or the address of its client. */
export function serverSpan(request: IncomingMessage): Attributes {
  const { method = '', url = '', headers, httpVersion, socket } = request;
  return {
    'http.request.method': KNOWN_METHODS.test(method) ? method : '_OTHER',
    'url.path': url.split('?', 1)[0],
    'url.scheme': 'encrypted' in socket ? 'https' : 'http',
    'server.address': headers.host?.replace(/:\d+$/, ''),
    'user_agent.original': headers['user-agent'],
    'network.protocol.version': httpVersion,
  };
}

/** End the span under the template of its route. Only what the server did wrong is an error, with the exception if it is known. */
export function endServerSpan(
  span: Span,
  { method = '' }: IncomingMessage,
  { route, status, error }: Outcome,
): void {
  const name = KNOWN_METHODS.test(method) ? method : 'HTTP';
  span.updateName(route === undefined ? name : `${name} ${route}`);
  span.setAttribute('http.response.status_code', status);
  if (route !== undefined) span.setAttribute('http.route', route);
  if (status >= 500) {
    if (error !== undefined) span.recordException(exceptionOf(error));
    span.setAttribute('error.type', errorType(status, error));
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

/** Anything can be thrown. */
function exceptionOf(error: unknown): Error | string {
  return error instanceof Error ? error : String(error);
}
