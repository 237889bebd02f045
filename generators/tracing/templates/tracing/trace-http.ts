import type { ClientRequest } from 'node:http';
import type { Tracer } from '@opentelemetry/api';
import { watchRequests } from '#host/telemetry/outgoing-requests';
import { endClientSpan, startClientSpan } from './client-span.ts';

const setter = {
  set: (request: ClientRequest, name: string, value: string): void => {
    if (!request.headersSent) request.setHeader(name, value);
  },
};

/** Trace what `node:http` and `node:https` send, and so axios, got and most SDKs. */
export function traceHttp(tracer: Tracer): void {
  watchRequests((request) => {
    const span = startClientSpan(tracer, () => callOf(request), request, setter);
    if (span === undefined) return undefined;
    return (status, error) => endClientSpan(span, status, error);
  });
}

function callOf(request: ClientRequest) {
  const { method, protocol, path } = request;
  const host = request.getHeader('host') ?? request.host;
  return { method, origin: `${protocol}//${String(host)}`, path };
}
