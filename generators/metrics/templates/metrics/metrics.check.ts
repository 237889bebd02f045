import { strict as assert } from 'node:assert';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { readSettings } from '#host/telemetry/settings';
import { createTelemetry } from '#host/telemetry/telemetry';
import { describe, it } from '#host/test';
import { createMetrics, type Metrics } from './metrics.ts';

function create(env: Readonly<Record<string, string>> = {}): Metrics {
  const settings = readSettings(env);
  const telemetry = createTelemetry({ serviceName: 'test', environment: 'test', settings });
  return createMetrics(telemetry, { maxRoutes: 2, observe: [] });
}

function measure(metrics: Metrics, route: string | undefined, status: number): void {
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET' });
  metrics.http.begin({ request, probe: false })?.end({ route, status, durationMs: 1 });
}

describe('metrics', () => {
  it('count each request once, by its route', async () => {
    const metrics = create();
    measure(metrics, '/a/:id', 200);
    measure(metrics, '/a/:id', 200);
    measure(metrics, undefined, 404);
    const text = await metrics.collect();
    await metrics.shutdown();
    assert.match(
      text,
      /^http_server_request_duration_seconds_count\{[^}]*http_route="\/a\/:id"[^}]*\} 2$/m,
    );
    assert.match(text, /^http_server_active_requests\{[^}]*\} 0$/m);
    assert.match(text, /^target_info\{[^}]*service_name="test"/m);
  });

  it('measure nothing when they are disabled', async () => {
    const metrics = create({ OTEL_SDK_DISABLED: 'true' });
    measure(metrics, '/a', 200);
    assert.equal(await metrics.collect(), '');
  });
});
