import { watchRequests } from '#host/telemetry/outgoing-requests';
import type { OutgoingCall } from './client-metrics.ts';

/** Watch what `node:http` and `node:https` send, and so axios, got and most SDKs. */
export function watchHttp(measure: (call: OutgoingCall) => void): void {
  watchRequests((request) => {
    // What telemetry itself sends says nothing about what the service asks of others.
    if (String(request.getHeader('user-agent')).includes('OTel-OTLP-Exporter')) return undefined;
    const start = performance.now();
    return (status, error) => {
      const { method, host } = request;
      measure({ method, host, status, error, durationMs: performance.now() - start });
    };
  });
}
