import type { EventEmitter } from 'node:events';
import { IncomingMessage, type ServerResponse } from 'node:http';
import { bindToContext, emitInContext, type RequestContext } from '#host/context/request-context';

interface BoundRequest extends IncomingMessage {
  [CONTEXT]?: RequestContext;
}

const CONTEXT: unique symbol = Symbol('context of a request');

/** What all requests, or all responses, of an app inherit from, once it tells listeners in their contexts. */
const bound = new WeakSet<object>();

/**
 * Tell the listeners of a request and its response in a context. Express gives each of both a new prototype, and then
 * every property that is added to one of them takes microseconds, so what they inherit from does it for all of an app.
 */
export function bindExchange(
  context: RequestContext,
  request: BoundRequest,
  response: ServerResponse,
): void {
  const [requests, responses] = [Object.getPrototypeOf(request), Object.getPrototypeOf(response)];
  if (requests === IncomingMessage.prototype) {
    // No app of Express: others share what this inherits from.
    bindToContext(context, request);
    bindToContext(context, response);
    return;
  }
  request[CONTEXT] = context;
  bindAll<BoundRequest>(requests, (one) => one[CONTEXT]);
  bindAll<ServerResponse<BoundRequest>>(responses, (one) => one.req[CONTEXT]);
}

function bindAll<Emitter extends EventEmitter>(
  shared: Emitter,
  contextOf: (emitter: Emitter) => RequestContext | undefined,
): void {
  if (bound.has(shared)) return;
  bound.add(shared);
  const { emit } = shared;
  shared.emit = function (this: Emitter, ...event) {
    return emitInContext(contextOf(this), this, emit, event);
  };
}
