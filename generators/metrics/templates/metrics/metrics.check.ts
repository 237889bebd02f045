import { strict as assert } from 'node:assert';
import { Socket } from 'node:net';
import { describe, it } from '#host/test';
import { createMetrics } from './metrics.ts';

const request = { method: 'GET', socket: new Socket() };

describe('metrics', () => {
  it('counts each request once, by its route', async () => {
    const metrics = createMetrics({
      serviceName: 'test',
      environment: 'test',
      maxRoutes: 2,
      observe: [],
      disabled: false,
    });
    metrics.http.begin(request)({ route: '/a/:id', status: 200 });
    metrics.http.begin(request)({ route: '/a/:id', status: 200 });
    metrics.http.begin(request)({ route: undefined, status: 404 });
    const text = await metrics.collect();
    await metrics.shutdown();
    assert.match(
      text,
      /^http_server_request_duration_seconds_count\{[^}]*http_route="\/a\/:id"[^}]*\} 2$/m,
    );
    assert.match(text, /^http_server_active_requests\{[^}]*\} 0$/m);
    assert.match(text, /^target_info\{[^}]*service_name="test"/m);
  });

  it('measures nothing when it is disabled', async () => {
    const metrics = createMetrics({
      serviceName: 'test',
      environment: 'test',
      maxRoutes: 2,
      observe: [],
      disabled: true,
    });
    metrics.http.begin(request)({ route: '/a', status: 200 });
    assert.equal(await metrics.collect(), '');
  });
});
