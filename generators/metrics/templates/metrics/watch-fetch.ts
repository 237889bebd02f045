import { subscribe } from 'node:diagnostics_channel';
import type { OutgoingCall } from './client-metrics.ts';

/** The part of undici's request that is needed here. */
interface UndiciRequest {
  readonly method: string;
  readonly origin: string | URL;
}

interface Message {
  readonly request: UndiciRequest;
  readonly response?: { readonly statusCode: number };
  readonly error?: unknown;
}

/** Watch what `fetch` and undici send: they publish each request, so nothing needs to be patched. */
export function watchFetch(measure: (call: OutgoingCall) => void): void {
  const calls = new WeakMap<UndiciRequest, { readonly start: number; status?: number }>();
  const on = (channel: string, handle: (message: Message) => void) =>
    subscribe(`undici:request:${channel}`, (message) => handle(message as Message));

  function end({ request, error }: Message): void {
    const call = calls.get(request);
    if (call === undefined) return;
    calls.delete(request);
    const { method, origin } = request;
    const { hostname } = new URL(origin);
    const durationMs = performance.now() - call.start;
    measure({ method, host: hostname, status: call.status, error, durationMs });
  }

  on('create', ({ request }) => calls.set(request, { start: performance.now() }));
  on('headers', ({ request, response }) => {
    const call = calls.get(request);
    if (call !== undefined && response !== undefined) call.status = response.statusCode;
  });
  on('trailers', end);
  on('error', end);
}
