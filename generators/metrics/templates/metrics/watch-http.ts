import { subscribe } from 'node:diagnostics_channel';
import { errorMonitor } from 'node:events';
import { Agent, type ClientRequest } from 'node:http';
import type { OutgoingCall } from './client-metrics.ts';

type AddRequest = (this: Agent, request: ClientRequest, ...rest: readonly unknown[]) => unknown;

/** Watch what `node:http` and `node:https` send, and so axios, got and most SDKs. */
export function watchHttp(measure: (call: OutgoingCall) => void): void {
  const follow = (request: ClientRequest): void => {
    // What telemetry itself sends says nothing about what the service asks of others.
    if (String(request.getHeader('user-agent')).includes('OTel-OTLP-Exporter')) return;
    const start = performance.now();
    let error: unknown;
    // Listening for `error` or `response` would change what Node.js does when nobody else listens.
    request.once(errorMonitor, (raised) => {
      error = raised;
    });
    request.once('close', () => {
      const { method, host } = request;
      const durationMs = performance.now() - start;
      measure({ method, host, status: statusOf(request), error, durationMs });
    });
  };
  if (publishesRequests()) {
    subscribe('http.client.request.created', (message) => {
      follow((message as { readonly request: ClientRequest }).request);
    });
  } else {
    followInAgent(follow);
  }
}

/** Since Node.js 22.12 each request is published when it is made, also one that never gets a connection. */
function publishesRequests(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

/** Before that, the agent's method that takes each request is where also those can be seen. */
function followInAgent(follow: (request: ClientRequest) => void): void {
  const prototype = Agent.prototype as unknown as { addRequest: AddRequest };
  const { addRequest } = prototype;
  prototype.addRequest = function (request, ...rest) {
    follow(request);
    return addRequest.call(this, request, ...rest);
  };
}

function statusOf(request: ClientRequest): number | undefined {
  const { res } = request as { readonly res?: { readonly statusCode?: number } };
  return res?.statusCode;
}
