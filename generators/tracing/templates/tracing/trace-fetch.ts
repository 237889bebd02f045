import { subscribe } from 'node:diagnostics_channel';
import type { Span, Tracer } from '@opentelemetry/api';
import { endClientSpan, startClientSpan } from './client-span.ts';

/** The part of undici's request that is needed here. */
interface UndiciRequest {
  readonly method: string;
  readonly origin: string | URL;
  readonly path: string;
  addHeader(name: string, value: string): void;
}

interface Message {
  readonly request: UndiciRequest;
  readonly response?: { readonly statusCode: number };
  readonly error?: unknown;
}

/** Trace what `fetch` and undici send: they publish each request, so nothing needs to be patched. */
export function traceFetch(tracer: Tracer): void {
  const spans = new WeakMap<UndiciRequest, Span>();
  const statuses = new WeakMap<UndiciRequest, number>();
  const setter = {
    set: (request: UndiciRequest, name: string, value: string) => request.addHeader(name, value),
  };
  const on = (channel: string, handle: (message: Message) => void) =>
    subscribe(`undici:request:${channel}`, (message) => handle(message as Message));

  function end({ request, error }: Message): void {
    const span = spans.get(request);
    if (span === undefined) return;
    spans.delete(request);
    endClientSpan(span, statuses.get(request), error);
  }

  on('create', ({ request }) => {
    const call = () => ({ ...pick(request), origin: String(request.origin) });
    const span = startClientSpan(tracer, call, request, setter);
    if (span !== undefined) spans.set(request, span);
  });
  on('headers', ({ request, response }) => {
    if (response !== undefined && spans.has(request)) statuses.set(request, response.statusCode);
  });
  on('trailers', end);
  on('error', end);
}

function pick({ method, path }: UndiciRequest) {
  return { method, path };
}
