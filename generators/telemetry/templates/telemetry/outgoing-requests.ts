import { subscribe } from 'node:diagnostics_channel';
import { errorMonitor } from 'node:events';
import { Agent, type ClientRequest } from 'node:http';

/** Is told of a request that is made, and returns what is to be told of its end; `undefined` when it does not care. */
export type RequestWatcher = (request: ClientRequest) => RequestEnd | undefined;

/** `status` is absent where no response came, `error` where nothing failed. */
export type RequestEnd = (status: number | undefined, error: unknown) => void;

type AddRequest = (this: Agent, request: ClientRequest, ...rest: readonly unknown[]) => unknown;

const watchers: RequestWatcher[] = [];

/**
 * Watch what `node:http` and `node:https` send, and so axios, got and most SDKs: each request before its headers are
 * sent, also one that never gets a connection.
 */
export function watchRequests(watcher: RequestWatcher): void {
  watchers.push(watcher);
  if (watchers.length > 1) return;
  if (publishesRequests()) {
    subscribe('http.client.request.created', (message) => {
      tell((message as { readonly request: ClientRequest }).request);
    });
  } else {
    tellFromAgent();
  }
}

function tell(request: ClientRequest): void {
  for (const watcher of watchers) {
    const end = watcher(request);
    if (end !== undefined) follow(request, end);
  }
}

function follow(request: ClientRequest, end: RequestEnd): void {
  let failure: unknown;
  // Listening for `error` or `response` would change what Node.js does when nobody else listens.
  request.once(errorMonitor, (error) => {
    failure = error;
  });
  request.once('close', () => end(statusOf(request), failure));
}

/** Since Node.js 22.12 each request is published when it is made. */
function publishesRequests(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

/** Before that, the agent's method that takes each request is where it can be seen in time. */
function tellFromAgent(): void {
  const prototype = Agent.prototype as unknown as { addRequest: AddRequest };
  const { addRequest } = prototype;
  prototype.addRequest = function (request, ...rest) {
    tell(request);
    return addRequest.call(this, request, ...rest);
  };
}

function statusOf(request: ClientRequest): number | undefined {
  const { res } = request as { readonly res?: { readonly statusCode?: number } };
  return res?.statusCode;
}
