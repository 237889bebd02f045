import { strict as assert } from 'node:assert';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { ExchangeFields } from '#host/requests/requests';
import { readSettings } from '#host/telemetry/settings';
import { createTelemetry } from '#host/telemetry/telemetry';
import { describe, it } from '#host/test';
import { createTracing } from './tracing.ts';

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

function exchange(headers: Readonly<Record<string, string>>, probe = false) {
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', headers });
  const response = new ServerResponse(request);
  return { request, response, start: 0, probe, fields: {} as ExchangeFields };
}

describe('tracing', () => {
  it('follows the trace of the caller, and nothing else when the ratio is 0', async () => {
    const settings = readSettings({ OTEL_TRACES_EXPORTER: 'console' });
    const telemetry = createTelemetry({ serviceName: 'test', environment: 'test', settings });
    const tracing = createTracing(telemetry, { ratio: 0, instruments: [] });

    const traced = exchange({ traceparent: TRACEPARENT });
    const following = tracing.begin(traced);
    assert.equal(traced.fields.trace_id, '0af7651916cd43dd8448eb211c80319c');
    assert.equal(
      following?.run?.(() => tracing.logFields()?.trace_id),
      traced.fields.trace_id,
    );

    assert.equal(tracing.begin(exchange({})), undefined);
    assert.equal(tracing.begin(exchange({ traceparent: TRACEPARENT }, true)), undefined);
    await tracing.shutdown();
  });
});
