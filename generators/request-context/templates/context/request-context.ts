import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';

/** What is known of the request that is being answered. */
export interface RequestContext {
  /** Given by whoever called, if it is well formed; else made here. */
  readonly requestId: string;
  /** W3C trace context of the caller. */
  readonly traceparent?: string;
  /** Who asks, once that is known. */
  readonly actor?: string;
  readonly tenant?: string;
  /** Milliseconds since 1970 after which nobody waits for the answer any more. */
  readonly deadline?: number;
}

/** What becomes known while a request is answered. */
export type Known = Partial<Pick<RequestContext, 'actor' | 'tenant' | 'deadline'>>;

/** The header in which a request's id comes in and goes out. */
export const REQUEST_ID = 'x-request-id';

const storage = new AsyncLocalStorage<RequestContext>();

/** The request that is being answered; `undefined` outside of any. */
export function requestContext(): RequestContext | undefined {
  return storage.getStore();
}

/** What tells the request in each line of the log. */
export function requestLogFields(): { readonly request_id: string } | undefined {
  const context = storage.getStore();
  return context === undefined ? undefined : { request_id: context.requestId };
}

/** Add what has become known. It holds for the whole request; outside of any it is forgotten. */
export function addToContext(known: Known): void {
  const context = storage.getStore();
  if (context !== undefined) Object.assign(context, known);
}

/** Where the events of the domain come from. */
export function requestOrigin(): { readonly correlationId?: string; readonly actor?: string } {
  const context = storage.getStore();
  if (context === undefined) return {};
  const { requestId, actor } = context;
  return { correlationId: requestId, ...(actor === undefined ? {} : { actor }) };
}

/**
 * Make the context of a request, or of a job or a message.
 *
 * @param header reads a header by its name in lower case
 */
export function createContext(header: (name: string) => unknown): RequestContext {
  const id = header(REQUEST_ID);
  const traceparent = header('traceparent');
  return {
    requestId: isRequestId(id) ? id : randomUUID(),
    ...(isTraceparent(traceparent) ? { traceparent } : {}),
  };
}

/** Do something in a context; so does everything that it waits for. */
export function runInContext<Result>(context: RequestContext, work: () => Result): Result {
  return storage.run(context, work);
}

/** Tell the listeners of an emitter in a context. Without it those of a request's body and end would be outside of any. */
export function bindToContext(context: RequestContext, emitter: EventEmitter): void {
  const { emit } = emitter;
  emitter.emit = (...event: EmitArguments) => emitInContext(context, emitter, emit, event);
}

type EmitArguments = [name: string | symbol, ...values: unknown[]];

/** Tell the listeners of one event in a context. */
export function emitInContext(
  context: RequestContext | undefined,
  emitter: EventEmitter,
  emit: EventEmitter['emit'],
  event: EmitArguments,
): boolean {
  // Most events of a request have no listener, or happen in its context anyway.
  if (emitter.listenerCount(event[0]) === 0) return emit.apply(emitter, event);
  return context === undefined || storage.getStore() === context
    ? emit.apply(emitter, event)
    : storage.run(context, () => emit.apply(emitter, event));
}

function isRequestId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{8,64}$/.test(value);
}

function isTraceparent(value: unknown): value is string {
  return typeof value === 'string' && /^00-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/.test(value);
}
