import { subscribe } from 'node:diagnostics_channel';
import { errorMonitor } from 'node:events';
import { Agent, type ClientRequest } from 'node:http';
import type { Tracer } from '@opentelemetry/api';
import { endClientSpan, startClientSpan } from './client-span.ts';

type AddRequest = (this: Agent, request: ClientRequest, ...rest: readonly unknown[]) => unknown;

const setter = {
  set: (request: ClientRequest, name: string, value: string): void => {
    if (!request.headersSent) request.setHeader(name, value);
  },
};

/** Trace what `node:http` and `node:https` send, and so axios, got and most SDKs. */
export function traceHttp(tracer: Tracer): void {
  const follow = (request: ClientRequest): void => {
    const span = startClientSpan(tracer, () => callOf(request), request, setter);
    if (span === undefined) return;
    let failure: unknown;
    // Listening for `error` or `response` would change what Node.js does when nobody else listens.
    request.once(errorMonitor, (error) => {
      failure = error;
    });
    request.once('close', () => endClientSpan(span, statusOf(request), failure));
  };
  if (publishesRequests()) {
    subscribe('http.client.request.created', (message) => {
      follow((message as { readonly request: ClientRequest }).request);
    });
  } else {
    followInAgent(follow);
  }
}

/** Since Node.js 22.12 each request is published before its headers are sent. */
function publishesRequests(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

/** Before that, the agent's method that takes each request is where it can be seen in time. */
function followInAgent(follow: (request: ClientRequest) => void): void {
  const prototype = Agent.prototype as unknown as { addRequest: AddRequest };
  const { addRequest } = prototype;
  prototype.addRequest = function (request, ...rest) {
    follow(request);
    return addRequest.call(this, request, ...rest);
  };
}

function callOf(request: ClientRequest) {
  const { method, protocol, path } = request;
  const host = request.getHeader('host') ?? request.host;
  return { method, origin: `${protocol}//${String(host)}`, path };
}

function statusOf(request: ClientRequest): number | undefined {
  const { res } = request as { readonly res?: { readonly statusCode?: number } };
  return res?.statusCode;
}
